/** The colours of the page as a canvas understands them. */
export interface Colours {
  readonly line: string;
  readonly band: string;
  readonly gap: string;
  readonly grid: string;
  readonly axis: string;
  readonly text: string;
  readonly quiet: string;
  readonly surface: string;
  readonly hand: string;
  readonly override: string;
  readonly alarm: string;
  readonly schedule: string;
  readonly font: string;
}

/** One hue for what was, grey for everything else; strips differ by place, too. */
const SOURCES: Readonly<Record<Exclude<keyof Colours, 'font'>, string>> = {
  line: 'var(--bmac-accent, #0a6a93)',
  band: 'color-mix(in srgb, var(--bmac-accent, #0a6a93) 22%, transparent)',
  gap: 'color-mix(in srgb, var(--bmac-silent, #7a858c) 20%, transparent)',
  grid: 'var(--bmac-line, #dfe4e7)',
  axis: 'var(--bmac-line-strong, #7b878e)',
  text: 'var(--bmac-text, #182025)',
  quiet: 'var(--bmac-text-quiet, #56626a)',
  surface: 'var(--bmac-surface, #ffffff)',
  hand: 'var(--bmac-hand-text, #7b3fb5)',
  override: 'var(--bmac-hand-text, #7b3fb5)',
  alarm: 'var(--bmac-critical, #c1121f)',
  schedule: 'var(--bmac-silent, #7a858c)',
};

/** As they are now for this element, in the scheme that is chosen. */
export function coloursOf(element: HTMLElement): Colours {
  const found: Record<string, string> = { font: getComputedStyle(element).fontFamily };
  const { style } = element;
  for (const [name, source] of Object.entries(SOURCES)) {
    style.color = source;
    found[name] = getComputedStyle(element).color;
  }
  style.color = '';
  return found as unknown as Colours;
}
