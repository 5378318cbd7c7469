/** A flow of two screens without an endpoint. */
export const sampleFlow = {
  version: '7.3',
  screens: [
    {
      id: 'PICK',
      title: 'Pick a glaze',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: 'Which one?' },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'DONE' }, payload: {} },
          },
        ],
      },
    },
    {
      id: 'DONE',
      title: 'Thank you',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [{ type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload: {} } }],
      },
    },
  ],
};

/** The same, its screens filled by an endpoint. */
export const sampleEndpointFlow = {
  ...sampleFlow,
  data_api_version: '3.0',
  routing_model: { PICK: ['DONE'], DONE: [] },
};
