/** What a component of a flow's screen must have (Meta: Flow JSON components, version 7.3). */
export const componentProperties: Readonly<Record<string, readonly string[]>> = {
  TextHeading: ['text'],
  TextSubheading: ['text'],
  TextBody: ['text'],
  TextCaption: ['text'],
  RichText: ['text'],
  TextInput: ['label', 'name'],
  TextArea: ['label', 'name'],
  CheckboxGroup: ['name', 'data-source'],
  RadioButtonsGroup: ['name', 'data-source'],
  ChipsSelector: ['name', 'label', 'data-source'],
  Dropdown: ['label', 'name', 'data-source'],
  OptIn: ['label', 'name'],
  DatePicker: ['label', 'name'],
  CalendarPicker: ['label', 'name'],
  Image: ['src'],
  ImageCarousel: ['images'],
  EmbeddedLink: ['text', 'on-click-action'],
  NavigationList: ['name', 'list-items'],
  PhotoPicker: ['name', 'label'],
  DocumentPicker: ['name', 'label'],
  Footer: ['label', 'on-click-action'],
  Form: ['name', 'children'],
  If: ['condition', 'then'],
  Switch: ['value', 'cases'],
};

/** Versions of Flow JSON that can be published. */
export const flowJsonVersions: ReadonlySet<string> = new Set([
  '3.0',
  '3.1',
  '4.0',
  '5.0',
  '5.1',
  '6.0',
  '6.1',
  '6.2',
  '6.3',
  '7.0',
  '7.1',
  '7.2',
  '7.3',
]);

export const flowActions: ReadonlySet<string> = new Set([
  'navigate',
  'complete',
  'data_exchange',
  'update_data',
  'open_url',
]);
