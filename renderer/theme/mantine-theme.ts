import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/** The component library speaks in our tokens; sizes follow the density of the pictures (13/12 px, 34 px fields). */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.1875rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.35' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  primaryColor: 'teal',
  colors: {
    teal: [
      '#e5f4f3',
      '#d2e9e7',
      '#a8d3d0',
      '#7bbdb9',
      '#54a9a4',
      '#2f9994',
      '#178481',
      '#0b6e6e',
      '#085858',
      '#053f3f',
    ],
  },
  primaryShade: { light: 7, dark: 5 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Checkbox: { defaultProps: { radius: 'xs' } },
    Input: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 }, radius: 'lg' } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } }, maxDropdownHeight: 260 } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-hover': 'var(--panel-soft)',
  '--mantine-color-error': 'var(--wrong)',
  '--mantine-primary-color-filled': 'var(--hand)',
  '--mantine-primary-color-contrast': 'var(--hand-ink)',
}

/** In the dark the library fills fields and lists with its own grey. */
const dark = { ...shared, '--mantine-color-dark-6': 'var(--panel-soft)' }

/** Lets the library's own variables point at our tokens, the same in both schemes. */
export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark })
