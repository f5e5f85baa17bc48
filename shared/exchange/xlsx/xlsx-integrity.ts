import { attribute } from './sheet-parts.ts';
import { xmlFault } from './xml-fault.ts';
import { textOf, type ZipParts } from './zip.ts';

/** A cell of shared text with the number of its text. */
const sharedTextCell =
  /<(?:\w+:)?c\s[^>]*\bt=["']s["'][^>]*(?<!\/)>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</g;

/** What the elements are called that hold all of a part, where we read it. */
const roots: readonly (readonly [part: RegExp, root: string])[] = [
  [/\.rels$/i, 'Relationships'],
  [/^xl\/workbook\.xml$/i, 'workbook'],
  [/^xl\/worksheets\/[^/]+\.xml$/i, 'worksheet'],
  [/^xl\/styles\.xml$/i, 'styleSheet'],
  [/^xl\/sharedStrings\.xml$/i, 'sst'],
  [/^xl\/comments[^/]*\.xml$/i, 'comments'],
  [/^xl\/metadata\.xml$/i, 'metadata'],
  [/^xl\/tables\/[^/]+\.xml$/i, 'table'],
];

const rootElement = /^(?:\s|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<(?:[\w.-]+:)?([\w.-]+)/;

/** Relations to parts that we read, and tags of a sheet that name a relation. */
const readRelation = /\/(?:worksheet|styles|sharedStrings|comments|table)$/;
const namedRelation = /<(?:\w+:)?(?:legacyDrawing|tablePart)\s[^>]*?\w+:id=["']([^"']*)["']/g;

/**
 * What is wrong with the parts of an xlsx file, as a sentence that names the part; null when they
 * hold together. The library reads over such damage and gives empty cells.
 */
export function partsFault(parts: ZipParts): string | null {
  let sharedTexts = 0;
  for (const [name, bytes] of parts) {
    // Text of two bytes a character is allowed and never written.
    if (!/\.(?:xml|rels)$/i.test(name) || bytes[0] === 0xff || bytes[0] === 0xfe) continue;
    const text = textOf(bytes);
    const fault = xmlFault(text);
    if (fault !== null) return `Its part "${name}" ${fault}.`;
    const root = roots.find(([part]) => part.test(name))?.[1];
    if (root !== undefined && rootElement.exec(text)?.[1] !== root)
      return `Its part "${name}" holds no ${root}.`;
    if (/(?:^|\/)sharedStrings\.xml$/i.test(name))
      sharedTexts = text.match(/<(?:\w+:)?si[\s/>]/g)?.length ?? 0;
  }
  for (const [name, bytes] of parts) {
    if (!/(?:^|\/)worksheets\/[^/]+\.xml$/i.test(name)) continue;
    for (const [, number = ''] of textOf(bytes).matchAll(sharedTextCell)) {
      const index = Number(number);
      if (!Number.isInteger(index) || index < 0 || index >= sharedTexts)
        return `Its part "${name}" asks for text number ${number} of ${sharedTexts}.`;
    }
  }
  return missingPart(parts);
}

/** What is wrong where a part that we read, or what leads to it, is not there. */
function missingPart(parts: ZipParts): string | null {
  const names = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  for (const [name, bytes] of parts) {
    const [, folder] = /^(.*)_rels\/[^/]+\.rels$/i.exec(name) ?? [];
    if (folder === undefined) continue;
    for (const tag of relationsIn(bytes)) {
      const target = attribute(tag, 'Target');
      if (target === undefined || !readRelation.test(attribute(tag, 'Type') ?? '')) continue;
      const part = partAt(folder, target);
      if (!names.has(part.toLowerCase())) return `Its part "${part}" is missing.`;
    }
  }
  for (const [name, bytes] of parts) {
    const [, folder, own] = /^(.*\/worksheets\/)([^/]+\.xml)$/i.exec(name) ?? [];
    if (own === undefined) continue;
    const known = new Set(
      relationsIn(parts.get(`${folder}_rels/${own}.rels`)).map((tag) => attribute(tag, 'Id')),
    );
    for (const [, id = ''] of textOf(bytes).matchAll(namedRelation))
      if (!known.has(id)) return `Its part "${name}" asks for "${id}", which is missing.`;
  }
  return null;
}

function relationsIn(bytes: Uint8Array | undefined): string[] {
  return bytes ? [...textOf(bytes).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => tag) : [];
}

/** The name of the part to which a relation of a folder leads. */
function partAt(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}
