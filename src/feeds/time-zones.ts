import { DateTime, IANAZone } from 'luxon';
import type { Millis } from '../domain/instant.ts';
import { HOUR, MINUTE } from '../domain/instant.ts';

/** Hours east of Greenwich of the abbreviations that feeds use (RFC 822 5.1 and the IANA tz database). */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  MET: 1,
  MEST: 2,
  MEZ: 1,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  MSD: 4,
  TRT: 3,
  SAST: 2,
  WAT: 1,
  CAT: 2,
  EAT: 3,
  GST: 4,
  PKT: 5,
  UZT: 5,
  NPT: 5.75,
  IRST: 3.5,
  ICT: 7,
  WIB: 7,
  WITA: 8,
  WIT: 9,
  HKT: 8,
  SGT: 8,
  MYT: 8,
  PHT: 8,
  AWST: 8,
  KST: 9,
  JST: 9,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  BRT: -3,
  BRST: -2,
  ART: -3,
  UYT: -3,
  CLST: -3,
  CLT: -4,
  BOT: -4,
  VET: -4,
  COT: -5,
  PET: -5,
  ECT: -5,
  NST: -3.5,
  NDT: -2.5,
  AT: -4,
  ADT: -3,
  ET: -5,
  EDT: -4,
  EST: -5,
  CT: -6,
  CDT: -5,
  MT: -7,
  MDT: -6,
  MST: -7,
  PT: -8,
  PDT: -7,
  PST: -8,
  AKST: -9,
  AKDT: -8,
  HST: -10,
};

/** Abbreviations that several parts of the world use: the first is the usual meaning, the source's own zone decides. */
const AMBIGUOUS: Readonly<Record<string, readonly number[]>> = {
  IST: [5.5, 2, 1],
  CST: [-6, 8, -5],
  AST: [-4, 3],
  BST: [1, 6],
  ECT: [-5, -4],
};

export interface ZoneOffset {
  readonly offset: Millis;
  /** False where the name has several meanings and nothing decided between them. */
  readonly certain: boolean;
}

/** The fields of a wall clock; month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Offset of an IANA zone at that wall time, undefined for an unknown zone. */
export const offsetOfZone = (zone: string, time: WallTime): Millis | undefined => {
  if (!IANAZone.isValidZone(zone)) return undefined;
  const there = DateTime.fromObject({ ...time }, { zone });
  return there.isValid ? there.offset * MINUTE : undefined;
};

const NUMERIC = /^(?:GMT|UTC|UT|Z)?\s*([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?$/i;

const numericOffset = (text: string): Millis | undefined => {
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  if (Number(hours) > 15 || Number(minutes) > 59) return undefined;
  return (sign === '+' ? 1 : -1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
};

/**
 * What a zone as written means at that wall time: an offset, an abbreviation or an IANA name. `home` is the zone
 * of the source, which decides between meanings. Undefined where the text is no zone that anybody knows.
 */
export const readZone = (text: string, time: WallTime, home?: string): ZoneOffset | undefined => {
  const name = text.replace(/^\(|\)$/g, '').trim();
  const numeric = numericOffset(name);
  if (numeric !== undefined) return { offset: numeric, certain: true };
  const upper = name.toUpperCase().replace(/^ETC\//, '');
  const meanings = AMBIGUOUS[upper];
  const atHome = home === undefined ? undefined : offsetOfZone(home, time);
  if (meanings !== undefined && atHome !== undefined) {
    const offset = meanings.map((hours) => hours * HOUR).find((meaning) => meaning === atHome);
    if (offset !== undefined) return { offset, certain: true };
  }
  const hours = ABBREVIATIONS[upper] ?? meanings?.[0];
  if (hours !== undefined)
    return { offset: hours * HOUR, certain: meanings === undefined || upper === 'CST' || upper === 'BST' };
  const offset = name.includes('/') ? offsetOfZone(name, time) : undefined;
  return offset === undefined ? undefined : { offset, certain: true };
};
