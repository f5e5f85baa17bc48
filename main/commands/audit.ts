import { areaText } from '../../shared/workbook/areas.ts';
import { audit } from '../../shared/audit/audit.ts';
import { findingHeadings, findingKinds, type Finding } from '../../shared/audit/finding.ts';
import type { Command } from './command.ts';
import { loadWorkbook } from './load-workbook.ts';

export const auditWorkbook: Command = {
  name: 'audit',
  summary: 'Lists what a reviewer would ask about a workbook.',
  files: ['FILE'],
  options: { json: { type: 'boolean', help: 'as JSON: kind, cells, message and remedy of each finding' } },
  notes: [
    'FILE is a .roundtrip or an .xlsx file. Looks for errors, circular references, breaks in filled formulas, numbers stored as text, references to empty cells, numbers typed in formulas, and unused inputs.',
    'Exit code 1 when a cell shows an error or reads itself; all else is for a person to judge.',
  ],
  run: async (words, output) => {
    const findings = audit(await loadWorkbook(words.files[0], output));
    output.result(words.flag('json') ? findingsJson(findings) : findingsText(findings));
    return findings.every(({ kind }) => kind !== 'error' && kind !== 'circular');
  },
};

function findingsJson(findings: readonly Finding[]): string {
  const plain = findings.map(({ kind, cells, message, remedy }) => ({
    kind,
    cells: cells.map(areaText),
    message,
    remedy,
  }));
  return JSON.stringify({ findings: plain }, null, 2);
}

/** The findings under the heading of their kind, and how many there are. */
function findingsText(findings: readonly Finding[]): string {
  const count = findings.length;
  const blocks = findingKinds.flatMap((kind) => {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    if (ofKind.length === 0) return [];
    const lines = ofKind.map(({ message, remedy }) => `  ${message} ${remedy}`);
    return [[`${findingHeadings[kind]} (${ofKind.length})`, ...lines].join('\n')];
  });
  const total = count === 0 ? 'Nothing was found.' : `${count} ${count === 1 ? 'finding' : 'findings'}.`;
  return [...blocks, total].join('\n\n');
}
