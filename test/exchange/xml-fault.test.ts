import { describe, expect, it } from 'vitest';
import { xmlFault } from '../../shared/exchange/xlsx/xml-fault.ts';

describe('an XML part', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\r\n<x:a xmlns:x="urn:x" y=\'>\'><b c="/>"/>text &amp; more<!-- <d> --></x:a>\n',
    '<a b="&#60;">&#x26;&amp;&lt;<![CDATA[<b> & c]]><!-- & --></a>',
  ])('that is whole has no fault: %s', (text) => {
    expect(xmlFault(text)).toBeNull();
  });

  it.each([
    ['', 'is empty'],
    ['<a><b></b>', 'ends before "a" is closed'],
    ['<a></b>', 'closes "b" where it is not open'],
    ['<a><b></a></b>', 'closes "a" where it is not open'],
    ['<a b=c/>', 'does not read at its character 1'],
    ['<a></a', 'does not read at its character 4'],
    ['<a/><b/>', 'goes on after its end'],
    ['<a/>text', 'holds text outside its elements'],
    ['<a>R & D</a>', 'holds a "&" that stands for nothing'],
    ['<a b="R&D;"/>', 'holds a "&" that stands for nothing'],
    ['<!DOCTYPE a><a/>', 'does not read at its character 1'],
  ])('%s: %s', (text, fault) => {
    expect(xmlFault(text)).toBe(fault);
  });
});
