import { attribute, type SheetPart } from './sheet-parts.ts';
import { bytesOf, textOf, type ZipParts } from './zip.ts';

/*
 * Rules of conditional formatting that Excel keeps at the end of a sheet since 2010, as those that read
 * other sheets. They hold their look themselves.
 */

const stylesPart = 'xl/styles.xml';

const newerFormatting =
  /<x14:conditionalFormatting\b[^>]*>([\s\S]*?)<xm:sqref>([^<]*)<\/xm:sqref>\s*<\/x14:conditionalFormatting>/g;
const newerRule = /<x14:cfRule(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/x14:cfRule>)/g;
const newerLook = /<x14:dxf>([\s\S]*?)<\/x14:dxf>/;

/** The parts of an xlsx file with such rules as those of all other files, and their looks among the others. */
export function withPlainRules(parts: ZipParts, sheets: readonly SheetPart[]): ZipParts {
  const changed = new Map(parts);
  const styles = parts.get(stylesPart);
  const looks: string[] = [];
  const before = styles ? lookCount(textOf(styles)) : 0;
  for (const { part } of sheets) {
    const bytes = parts.get(part);
    const text = bytes ? textOf(bytes) : '';
    if (!text.includes('<x14:conditionalFormatting')) continue;
    const plain = [...text.matchAll(newerFormatting)].flatMap(([, rules = '', cells = '']) =>
      [...rules.matchAll(newerRule)].flatMap(([, tag = '', content = '']) => {
        // What is newer of a data bar belongs to a rule that stands among the others too.
        if (attribute(tag, 'type') === 'dataBar') return [];
        const [found, look] = newerLook.exec(content) ?? [];
        if (look !== undefined) looks.push(`<dxf>${look}</dxf>`);
        const own = found === undefined ? content : content.replace(found, '');
        const dxf = look === undefined ? '' : ` dxfId="${before + looks.length - 1}"`;
        const formulas = own.replaceAll(/<(\/?)xm:f>/g, '<$1formula>');
        return `<conditionalFormatting sqref="${cells}"><cfRule${tag}${dxf}>${formulas}</cfRule></conditionalFormatting>`;
      }),
    );
    if (plain.length > 0)
      changed.set(part, bytesOf(text.replace(/<\/sheetData>|<sheetData\/>/, (end) => end + plain.join(''))));
  }
  if (styles && looks.length > 0) changed.set(stylesPart, bytesOf(withLooks(textOf(styles), looks.join(''))));
  return changed;
}

function lookCount(styles: string): number {
  const [, listed = ''] = /<dxfs\b[^>]*>([\s\S]*?)<\/dxfs>/.exec(styles) ?? [];
  return listed.match(/<dxf\b/g)?.length ?? 0;
}

function withLooks(styles: string, looks: string): string {
  if (styles.includes('</dxfs>')) return styles.replace('</dxfs>', () => `${looks}</dxfs>`);
  const listed = `<dxfs>${looks}</dxfs>`;
  return /<dxfs\b[^>]*\/>/.test(styles)
    ? styles.replace(/<dxfs\b[^>]*\/>/, () => listed)
    : styles.replace('</styleSheet>', () => `${listed}</styleSheet>`);
}
