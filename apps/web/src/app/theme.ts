import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Indigo (ai), the colour of ink and cloth; vermilion (shu) is the seal that marks what needs an eye. */
const ai: MantineColorsTuple = [
  '#eef0fb',
  '#dfe3f7',
  '#c2caef',
  '#9ba8e4',
  '#7786d9',
  '#5c6dce',
  '#4757bb',
  '#3d4ba6',
  '#333f88',
  '#262f66',
];
const shu: MantineColorsTuple = [
  '#fdeee9',
  '#fadbd2',
  '#f4b5a4',
  '#ee8d73',
  '#e8694a',
  '#d94f2d',
  '#c2371b',
  '#a62e16',
  '#852512',
  '#5f1a0c',
];

/** Mantine draws its dark fields and borders with these: the same night as our tokens. */
const dark: MantineColorsTuple = [
  '#e8e9f1',
  '#b3b7c8',
  '#9398ac',
  '#6b7086',
  '#434960',
  '#2d3244',
  '#1e2231',
  '#181b27',
  '#11131c',
  '#0d0f17',
];

const fontFamily =
  // Emoji before Japanese: Noto Sans JP has some of them too, without colour.
  "'Inter Variable', 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', 'Noto Sans JP Variable', 'Hiragino Sans', 'Yu Gothic UI', system-ui, sans-serif";

export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 5 },
  colors: { ai, shu, dark },
  fontFamily,
  headings: { fontFamily, fontWeight: '650' },
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Noto Sans JP Variable', monospace",
  defaultRadius: 'md',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.6', xl: '1.4' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35, blur: 2 } },
    },
    Popover: { defaultProps: { shadow: 'md', radius: 'lg' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
  },
});

/** Mantine's own parts take their colours from our tokens (tokens.css). */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--rk-surface)',
    '--mantine-color-text': 'var(--rk-ink)',
    '--mantine-color-dimmed': 'var(--rk-ink-quiet)',
    '--mantine-color-placeholder': 'var(--rk-ink-faint)',
    '--mantine-color-default-border': 'var(--rk-line-strong)',
    '--mantine-color-default': 'var(--rk-surface)',
    '--mantine-color-default-hover': 'var(--rk-hover)',
    '--mantine-color-error': 'var(--rk-seal)',
    '--mantine-color-anchor': 'var(--rk-accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
