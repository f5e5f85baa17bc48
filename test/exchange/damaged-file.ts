import { readRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { Problem } from '../../shared/result.ts';

/** Why the text of a `.roundtrip` file is refused once another piece stands for one of its own. Throws where it is read. */
export function problemAfter(text: string, from: string, to: string): Problem {
  if (!text.includes(from)) throw new Error(`The file holds no ${from}`);
  const read = readRoundtripFile(text.replace(from, to), 'damaged.roundtrip');
  if (read.ok) throw new Error('The file was accepted');
  return read.problem;
}
