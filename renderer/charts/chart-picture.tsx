import { useLayoutEffect, useRef, useState } from 'react';
import { chartColoursAt, type ChartColours } from './chart-colours.ts';
import { chartSvg, type ChartOption } from './echarts-svg.ts';

export interface ChartPictureProps {
  /** The chart for a set of colours. */
  readonly option: (colours: ChartColours) => ChartOption;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says in place of the picture. */
  readonly description: string;
}

/** A chart in the colours of the theme it stands in. */
export function ChartPicture({ option, width, height, description }: ChartPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [colours, setColours] = useState<ChartColours | null>(null);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const read = () => setColours(chartColoursAt(element));
    read();
    const themeChange = new MutationObserver(read);
    themeChange.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => themeChange.disconnect();
  }, []);

  const svg = colours && chartSvg(option(colours), width, height);
  return (
    <div
      ref={frame}
      role="img"
      aria-label={description}
      style={{ width, height }}
      // The text is made by the chart library from numbers and escaped labels; it carries no markup of its own.
      dangerouslySetInnerHTML={{ __html: svg ?? '' }}
    />
  );
}
