/** Flow JSON of two screens (Meta: Flow JSON 7.3). */
export const sampleFlow = {
  version: '7.3',
  screens: [
    {
      id: 'BOOKING',
      title: 'Booking',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: 'Book a table' },
          { type: 'TextBody', text: 'A sample form: this flow was not uploaded to the simulator.' },
          { type: 'TextInput', name: 'name', label: 'Name', required: true },
          { type: 'DatePicker', name: 'date', label: 'Date', required: true },
          {
            type: 'Dropdown',
            name: 'seats',
            label: 'Seats',
            required: true,
            'data-source': ['1', '2', '3', '4'].map((id) => ({ id, title: id })),
          },
          {
            type: 'Footer',
            label: 'Continue',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'CONFIRM' }, payload: {} },
          },
        ],
      },
    },
    {
      id: 'CONFIRM',
      title: 'Confirm',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextArea', name: 'notes', label: 'Notes' },
          { type: 'OptIn', name: 'terms', label: 'I accept the terms', required: true },
          {
            type: 'Footer',
            label: 'Book',
            'on-click-action': {
              name: 'complete',
              payload: {
                name: '${screen.BOOKING.form.name}',
                date: '${screen.BOOKING.form.date}',
                seats: '${screen.BOOKING.form.seats}',
                notes: '${form.notes}',
              },
            },
          },
        ],
      },
    },
  ],
};
