import { componentProperties, flowActions, flowJsonVersions } from './components.ts';
import type { FlowValidationError } from './flow.ts';
import { JsonFault, type LocatedJson, lineAndColumn, locateJson } from './locate-json.ts';

type JsonRecord = { readonly [key: string]: unknown };

/** A fault and the path of the value it is about. */
type Report = (error: string, message: string, path: string) => void;

/**
 * The faults of a flow's JSON, in Meta's shape: version, screens, their components and actions, and the routes
 * between them (Meta: Flow JSON reference, version 7.3). Empty for a flow that can be published.
 */
export function validateFlowJson(text: string): readonly FlowValidationError[] {
  const errors: FlowValidationError[] = [];
  let located: LocatedJson;
  try {
    located = locateJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [describe(text, 'INVALID_JSON', error.message, '', { start: error.at, end: error.at })];
  }
  const report: Report = (error, message, path) => {
    const span = located.spans.get(path) ?? { start: 0, end: 0 };
    errors.push(describe(text, error, message, path, span));
  };
  checkRoot(located.value, report);
  return errors;
}

function describe(
  text: string,
  error: string,
  message: string,
  path: string,
  span: { readonly start: number; readonly end: number },
): FlowValidationError {
  const from = lineAndColumn(text, span.start);
  const to = lineAndColumn(text, Math.max(span.start, span.end - 1));
  const place = {
    line_start: from.line,
    line_end: to.line,
    column_start: from.column,
    column_end: to.column,
  };
  return { error, error_type: 'FLOW_JSON_ERROR', message, ...place, pointers: [{ ...place, path }] };
}

const rootProperties = new Set(['version', 'screens', 'routing_model', 'data_api_version', 'name']);

function checkRoot(root: unknown, report: Report): void {
  if (!isRecord(root)) return report('INVALID_PROPERTY_TYPE', 'The flow must be an object.', '');
  for (const key of Object.keys(root)) {
    if (!rootProperties.has(key)) {
      report('INVALID_PROPERTY_KEY', `The property "${key}" cannot be specified at "$root".`, key);
    }
  }
  if (typeof root.version !== 'string') required('version', '', report);
  else if (!flowJsonVersions.has(root.version)) invalid('version', 'version', report);
  if (!Array.isArray(root.screens) || root.screens.length === 0) return required('screens', '', report);
  const screens = root.screens.map((screen) => (isRecord(screen) ? screen : {}));
  screens.forEach((screen, index) => checkScreen(screen, index, report));
  checkScreenIds(screens, report);
  if (!screens.some(({ terminal }) => terminal === true)) {
    report('MISSING_TERMINAL_SCREEN', 'The flow must have at least one terminal screen.', 'screens');
  }
  checkRouting(root, screens, report);
}

function checkScreen(screen: JsonRecord, index: number, report: Report): void {
  const path = `screens[${index}]`;
  if (typeof screen.id !== 'string') required('id', path, report);
  else if (!/^[A-Za-z_]+$/.test(screen.id) || screen.id === 'SUCCESS') {
    invalid('id', `${path}.id`, report);
  }
  if (!isRecord(screen.layout)) return required('layout', path, report);
  if (screen.layout.type !== 'SingleColumnLayout') invalid('type', `${path}.layout.type`, report);
  const { children } = screen.layout;
  if (!Array.isArray(children)) return required('children', `${path}.layout`, report);
  for (const { component, at } of walk(children, `${path}.layout.children`)) {
    checkComponent(component, at, report);
  }
  const hasFooter = [...walk(children, '')].some(({ component }) => component.type === 'Footer');
  if (screen.terminal === true && !hasFooter) {
    report('MISSING_FOOTER', 'A terminal screen must have a Footer component.', path);
  }
}

interface Placed {
  readonly component: JsonRecord;
  readonly at: string;
}

/** Every component, also inside forms, conditions and cases. */
function* walk(children: unknown, path: string): Iterable<Placed> {
  if (!Array.isArray(children)) return;
  for (const [index, child] of children.entries()) {
    if (!isRecord(child)) continue;
    const at = `${path}[${index}]`;
    yield { component: child, at };
    yield* walk(child.children, `${at}.children`);
    yield* walk(child.then, `${at}.then`);
    yield* walk(child.else, `${at}.else`);
    if (!isRecord(child.cases)) continue;
    for (const [name, inner] of Object.entries(child.cases)) yield* walk(inner, `${at}.cases.${name}`);
  }
}

function checkComponent(component: JsonRecord, path: string, report: Report): void {
  if (typeof component.type !== 'string') return required('type', path, report);
  const needed = Object.hasOwn(componentProperties, component.type)
    ? componentProperties[component.type]
    : undefined;
  if (!needed) return invalid('type', `${path}.type`, report);
  for (const property of needed) if (component[property] === undefined) required(property, path, report);
  const action = component['on-click-action'];
  if (!isRecord(action)) return;
  if (!flowActions.has(String(action.name))) invalid('name', `${path}.on-click-action.name`, report);
}

function checkScreenIds(screens: readonly JsonRecord[], report: Report): void {
  const seen = new Set<unknown>();
  screens.forEach(({ id }, index) => {
    if (seen.has(id))
      report('DUPLICATE_SCREEN_ID', `Duplicate screen id "${String(id)}".`, `screens[${index}].id`);
    seen.add(id);
  });
}

/** Targets exist, no route leads back to its own screen; an endpoint needs the routes written down. */
function checkRouting(root: JsonRecord, screens: readonly JsonRecord[], report: Report): void {
  const ids = new Set(screens.map(({ id }) => id));
  for (const { target, at } of navigations(screens)) {
    if (!ids.has(target)) report('INVALID_PROPERTY_VALUE', `Unknown screen "${String(target)}".`, at);
  }
  const { routing_model: routes } = root;
  if (routes === undefined) {
    if (root.data_api_version !== undefined) required('routing_model', '', report);
    return;
  }
  if (!isRecord(routes)) return invalid('routing_model', 'routing_model', report);
  for (const [from, targets] of Object.entries(routes)) {
    const path = `routing_model.${from}`;
    if (!ids.has(from)) report('INVALID_ROUTING_MODEL', `Unknown screen "${from}".`, path);
    for (const [index, target] of (Array.isArray(targets) ? targets : []).entries()) {
      const at = `${path}[${index}]`;
      if (!ids.has(target)) report('INVALID_ROUTING_MODEL', 'Unknown routing target', at);
      else if (target === from) report('INVALID_ROUTING_MODEL', 'A screen cannot route to itself.', at);
    }
  }
}

function* navigations(screens: readonly JsonRecord[]) {
  for (const [index, screen] of screens.entries()) {
    const children = isRecord(screen.layout) ? screen.layout.children : undefined;
    for (const { component, at } of walk(children, `screens[${index}].layout.children`)) {
      const action = component['on-click-action'];
      if (!isRecord(action) || action.name !== 'navigate') continue;
      const next = isRecord(action.next) ? action.next.name : undefined;
      yield { target: next, at: `${at}.on-click-action` };
    }
  }
}

function required(property: string, path: string, report: Report): void {
  const place = path === '' ? '$root' : `$root/${path}`;
  report('MISSING_REQUIRED_PROPERTY', `The property "${property}" is required at "${place}".`, path);
}

function invalid(property: string, path: string, report: Report): void {
  report('INVALID_PROPERTY_VALUE', `Invalid value found for property '${property}'.`, path);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
