import type { Colour } from './look.ts';

/**
 * A colour whose lightness goes towards black (-1) or white (1), as far as the tint says, as Excel works it
 * out. `rgb` is RRGGBB; undefined when it is none.
 */
export function tinted(rgb: string | undefined, tint: number): Colour | undefined {
  if (rgb === undefined || !/^[0-9A-F]{6}$/i.test(rgb)) return undefined;
  if (tint === 0 || !Number.isFinite(tint)) return `#${rgb.toUpperCase()}`;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const before = (most + least) / 2;
  const by = Math.max(-1, Math.min(1, tint));
  const lightness = by < 0 ? before * (1 + by) : before * (1 - by) + by;
  const spread = most - least;
  // Hue and saturation stay, so that each part keeps its place between the least and the most.
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * before - 1));
  const width = saturation * (1 - Math.abs(2 * lightness - 1));
  const bottom = lightness - width / 2;
  const part = (value: number) => bottom + (spread === 0 ? 0 : ((value - least) / spread) * width);
  return `#${[red, green, blue].map((value) => hexOf(part(value))).join('')}`;
}

function hexOf(part: number): string {
  const whole = Math.round(Math.max(0, Math.min(1, part)) * 255);
  return whole.toString(16).padStart(2, '0').toUpperCase();
}
