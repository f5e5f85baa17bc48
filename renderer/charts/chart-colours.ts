/** The theme's colours that charts draw with, as six-digit hex. */
export interface ChartColours {
  readonly page: string;
  readonly text: string;
  readonly textMuted: string;
  readonly textFaint: string;
  readonly grid: string;
  readonly axis: string;
  readonly ink: string;
  readonly neutral: string;
  /** Money that is not circular. */
  readonly context: string;
  readonly circular: string;
  readonly circularText: string;
  /** To tell series apart, in order. */
  readonly series: readonly string[];
  /** Quoted with single quotes only: the chart library writes it into an attribute between double ones. */
  readonly fontFamily: string;
}

const seriesCount = 8;

/** Reads the colours in force at an element, so that a light sheet inside a dark window draws in light colours. */
export function chartColoursAt(element: Element): ChartColours {
  // The text of a token may be any way to write a colour; a used colour has one form.
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(${name})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const colours: ChartColours = {
    page: token('--page'),
    text: token('--text'),
    textMuted: token('--text-2'),
    textFaint: token('--text-3'),
    grid: token('--chart-grid'),
    axis: token('--chart-axis'),
    ink: token('--chart-ink'),
    neutral: token('--chart-neutral'),
    context: token('--chart-neutral-2'),
    circular: token('--circular'),
    circularText: token('--circular-text'),
    series: Array.from({ length: seriesCount }, (_, index) => token(`--chart-${index + 1}`)),
    fontFamily: getComputedStyle(element).getPropertyValue('--font-sans').trim().replaceAll('"', "'"),
  };
  probe.remove();
  return colours;
}

/** `#rrggbb` of a used colour, which browsers write as `rgb(24, 28, 34)`. */
export function hexOf(usedColour: string): string {
  const channels = usedColour.match(/\d+(\.\d+)?/g)?.slice(0, 3) ?? [];
  return `#${channels.map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`;
}

/** How much brighter than black a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrastRatio(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Of the page's colour and the text's, the one that reads better on the ground. */
export function textColourOn(ground: string, colours: Pick<ChartColours, 'page' | 'text'>): string {
  return contrastRatio(colours.page, ground) >= contrastRatio(colours.text, ground)
    ? colours.page
    : colours.text;
}
