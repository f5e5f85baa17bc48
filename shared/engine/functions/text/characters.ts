import { excelFunctions, number, text } from '../excel-function.ts';
import { notAvailable, wrongValue } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** Characters 128 to 159 of Windows-1252, Excel's character set; all others are those of Unicode. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const firstWindowsCode = 128;

/** CHAR: the character of a number in Windows-1252. */
function characterOf(code: number): EngineValue {
  const whole = Math.trunc(code);
  if (whole < 1 || whole > 255) return wrongValue('number must be from 1 to 255');
  return windowsCharacters[whole - firstWindowsCode] ?? String.fromCharCode(whole);
}

/** CODE: the number of the first character in Windows-1252; 63, a question mark, for one it does not have. */
function codeOf(source: string): EngineValue {
  if (source === '') return wrongValue('text must not be empty');
  const place = windowsCharacters.indexOf(source.charAt(0));
  if (place >= 0) return firstWindowsCode + place;
  const code = source.charCodeAt(0);
  return code < firstWindowsCode || (code >= 160 && code <= 255) ? code : 63;
}

/** True for half of a pair that stands for one character in UTF-16. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** UNICHAR: the character of a number in Unicode. */
function unicodeCharacterOf(code: number): EngineValue {
  const whole = Math.trunc(code);
  if (whole < 1 || whole > 0x10_ff_ff) return wrongValue('number must be from 1 to 1114111');
  if (isSurrogate(whole)) return notAvailable('number must not be half of a pair of characters');
  return String.fromCodePoint(whole);
}

/** UNICODE: the number of the first character in Unicode. */
function unicodeOf(source: string): EngineValue {
  const code = source.codePointAt(0);
  if (code === undefined) return wrongValue('text must not be empty');
  return isSurrogate(code) ? notAvailable('text must not begin with half of a pair of characters') : code;
}

/**
 * A text in other letters, character by character: unlike JavaScript's own, Excel's text keeps its
 * length (`ß` stays) and knows no final sigma.
 */
function convertLetters(source: string, convert: (character: string) => string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(source)) return convert(source);
  return Array.from(source, (character) => {
    const converted = convert(character);
    return converted.length === character.length ? converted : character;
  }).join('');
}

const inCapitals = (source: string): string =>
  convertLetters(source, (characters) => characters.toUpperCase());
/** A text in small letters, as long as it was. */
export const inSmallLetters = (source: string): string =>
  convertLetters(source, (characters) => characters.toLowerCase());

/** PROPER: a capital at the start of every run of letters, small letters after it. */
function proper(source: string): string {
  return source.replace(
    /(\p{L})(\p{L}*)/gu,
    (_, first: string, rest: string) => inCapitals(first) + inSmallLetters(rest),
  );
}

/** CLEAN: without the first 32 characters of ASCII, which do not print. */
function withoutControls(source: string): string {
  // oxlint-disable-next-line no-control-regex
  return source.replace(/[\u0000-\u001F]/g, '');
}

/** Characters and their numbers, and the letters of texts. */
export const characterFunctions = excelFunctions({
  CHAR: { parameters: [number], calculate: characterOf },
  CLEAN: { parameters: [text], calculate: withoutControls },
  CODE: { parameters: [text], calculate: codeOf },
  LOWER: { parameters: [text], calculate: inSmallLetters },
  PROPER: { parameters: [text], calculate: proper },
  UNICHAR: { parameters: [number], calculate: unicodeCharacterOf },
  UNICODE: { parameters: [text], calculate: unicodeOf },
  UPPER: { parameters: [text], calculate: inCapitals },
});
