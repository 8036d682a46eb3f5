import { describe, expect, test } from '@jest/globals';
import {
  correlator,
  entryOf,
  feedOf,
  nowOf,
  reportOf,
  START,
  standing,
  type Telling,
  tell,
  tellAll,
} from './story.ts';

const BAN: Telling = {
  title: 'FCA bars Binance from regulated business',
  kind: 'ban',
  exchanges: ['binance'],
  jurisdictions: ['GB'],
  authority: 'fca',
};

describe('correlate', () => {
  test('opens an incident for the first report, with the id of its feed and entry', () => {
    const { outcome, incident } = tell(correlator(), BAN);
    expect(outcome).toBe('opened');
    expect(incident).toMatchObject({ revision: 1, confirmation: 'unconfirmed', happenedAt: START });
    expect(tell(correlator(), BAN).incident.id).toBe(incident.id);
  });

  test('opens one incident for two feeds that bring the same event one after the other in the lane', () => {
    const lane = correlator();
    tell(lane, BAN);
    const second = tell(lane, { ...BAN, title: 'UK watchdog bans Binance', publisher: 'Harbour Post' });
    expect(second.outcome).toBe('seconded');
    expect(standing(lane)).toHaveLength(1);
    expect(second.incident.confirmation).toBe('corroborated');
  });

  test('changes nothing for a caller who commits nothing', () => {
    const lane = correlator();
    const told = { entry: entryOf(BAN), feed: feedOf(BAN), reports: [reportOf(BAN)] };
    const twice = [lane.correlate(told, nowOf(BAN)), lane.correlate(told, nowOf(BAN))];
    expect(twice[1]).toEqual(twice[0]);
    expect(standing(lane)).toHaveLength(0);
  });

  test('repeats an entry that it already holds', () => {
    const lane = correlator();
    const { incident } = tell(lane, BAN);
    expect(tell(lane, BAN)).toMatchObject({
      outcome: 'repeated',
      incident: { id: incident.id, revision: 1 },
    });
  });

  test('opens one incident with two measures for two reports of one entry', () => {
    const story: Telling = {
      title: 'WeChat shuts accounts of exchanges',
      kind: 'social-block',
      jurisdictions: ['CN'],
    };
    const results = tellAll(correlator(), story, [
      reportOf(story),
      reportOf({ ...story, kind: 'bank-cutoff', stage: 'proposed' }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['opened', 'repeated']);
    expect(results[1]?.why).toBe('second measure of the same entry');
    expect(results[0]?.incident.measures.map(({ kind }) => kind)).toEqual(['social-block', 'bank-cutoff']);
    expect(results[1]?.incident).toBe(results[0]?.incident);
  });

  test('opens one incident per place for a round-up, under ids of their own', () => {
    const results = tellAll(correlator(), BAN, [
      reportOf(BAN),
      reportOf({ ...BAN, jurisdictions: ['DE'], authority: 'bafin', kind: 'warning' }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['opened', 'opened']);
    expect(new Set(results.map(({ incident }) => incident.id)).size).toBe(2);
  });

  test('makes one revision of however many changes', () => {
    const lane = correlator();
    tell(lane, BAN);
    const result = tell(lane, {
      ...BAN,
      title: 'Order on Binance and OKX takes effect',
      day: 2,
      stage: 'in-force',
      severity: 'critical',
      exchanges: ['binance', 'okx'],
    });
    expect(result).toMatchObject({
      outcome: 'updated',
      incident: { revision: 2, exchanges: ['binance', 'okx'] },
      alert: { revision: 2, reasons: ['stage-advanced', 'scope-grew', 'severity-rose'] },
    });
  });

  test('closes the incident when a court lifts the ban months later', () => {
    const lane = correlator();
    tell(lane, {
      title: 'RBI bars banks from serving exchanges',
      kind: 'bank-cutoff',
      jurisdictions: ['IN'],
      authority: 'rbi',
    });
    const lifted = tell(lane, {
      title: 'Supreme Court quashes the RBI circular',
      kind: 'bank-cutoff',
      stage: 'eased',
      jurisdictions: ['IN'],
      authority: 'in-court',
      day: 400,
    });
    expect(lifted).toMatchObject({ outcome: 'updated', alert: { reasons: ['eased'] } });
    expect(lifted.incident.closedAt).toBeDefined();
  });

  test('is officially confirmed by the notice of the authority', () => {
    const lane = correlator();
    tell(lane, BAN);
    const notice = tell(lane, {
      ...BAN,
      title: 'Consumer notice: Binance Markets Limited',
      publisher: 'FCA',
      feedKind: 'official',
      feedJurisdiction: 'GB',
      day: 1,
    });
    expect(notice).toMatchObject({ outcome: 'updated', alert: { reasons: ['officially-confirmed'] } });
  });

  test('takes another reading of a revised entry as a correction, the same reading as nothing', () => {
    const lane = correlator();
    tell(lane, { ...BAN, key: 'k' });
    expect(tell(lane, { ...BAN, key: 'k', novelty: 'revised' }).outcome).toBe('repeated');
    const corrected = tell(lane, { ...BAN, key: 'k', novelty: 'revised', kind: 'warning' });
    expect(corrected).toMatchObject({ outcome: 'updated', incident: { measures: [{ kind: 'warning' }] } });
    expect(corrected).toHaveProperty('alert.reasons', expect.arrayContaining(['corrected']));
  });

  test('lets a report that ties two incidents merge the younger into the older', () => {
    const lane = correlator();
    const halt: Telling = { title: '', kind: 'service-halt', jurisdictions: ['KR'], authority: 'kofiu' };
    const first = tell(lane, { ...halt, title: 'KuCoin closes its won market', exchanges: ['kucoin'] });
    const second = tell(lane, {
      ...halt,
      title: 'MEXC closes its won market',
      exchanges: ['mexc'],
      day: 0.1,
    });
    const tie = tell(lane, {
      ...halt,
      title: 'KuCoin and MEXC close',
      exchanges: ['kucoin', 'mexc'],
      day: 0.2,
    });
    expect(tie).toMatchObject({
      outcome: 'merged',
      incident: { id: first.incident.id },
      merged: { id: second.incident.id, mergedInto: first.incident.id },
    });
    expect(standing(lane)).toHaveLength(1);
  });

  test('remembers in the one that stands all that went into it, those that had gone into the others too', () => {
    const lane = correlator();
    const open = (exchange: string) =>
      tell(lane, { ...BAN, title: `${exchange} barred`, exchanges: [exchange] }).incident;
    const [first, second, third] = [open('kucoin'), open('mexc'), open('bybit')];
    const between = lane.takeOver(second, third, START);
    const standing = lane.takeOver(first, between, START);
    expect(new Set(standing.mergedFrom)).toEqual(new Set([second.id, third.id]));
  });

  test('opens nothing for a guide that retells an old incident', () => {
    const lane = correlator();
    tell(lane, BAN);
    const guide = tell(lane, { ...BAN, title: 'Full list: countries where Binance is banned', day: 500 });
    expect(guide).toMatchObject({ outcome: 'repeated', why: 'a guide or anniversary of an old incident' });
  });

  test('opens a new incident when what was lifted is imposed anew', () => {
    const lane = correlator();
    tell(lane, BAN);
    tell(lane, { ...BAN, title: 'FCA lifts the ban', stage: 'eased', day: 5 });
    expect(tell(lane, { ...BAN, title: 'Binance barred by FCA', day: 12 }).outcome).toBe('opened');
  });

  test('joins a paper that comes a day after the lifting with news of the ban', () => {
    const lane = correlator();
    tell(lane, BAN);
    tell(lane, { ...BAN, title: 'FCA lifts the ban', stage: 'eased', day: 5 });
    const late = tell(lane, { ...BAN, title: 'Ban on Binance', publisher: 'Harbour Post', day: 6 });
    expect(late).toMatchObject({ outcome: 'seconded', incident: { measures: [{ stage: 'eased' }] } });
  });

  test('says nothing again of what was retracted', () => {
    const lane = correlator();
    const { incident } = tell(lane, BAN);
    lane.put({ ...incident, retracted: 'the paper made it up' });
    const again = tell(lane, { ...BAN, title: 'UK bans Binance', publisher: 'Harbour Post', day: 1 });
    expect(again).toMatchObject({ outcome: 'repeated', why: 'was retracted', incident: { revision: 1 } });
  });

  test('lets the newest word move a deadline', () => {
    const lane = correlator();
    tell(lane, { ...BAN, effectiveAt: START + 1e9 });
    const moved = tell(lane, { ...BAN, title: 'Ban on Binance postponed', day: 5, effectiveAt: START + 5e9 });
    expect(moved).toMatchObject({
      outcome: 'updated',
      alert: { reasons: ['corrected'] },
      incident: { measures: [{ effectiveAt: START + 5e9 }] },
    });
  });

  test('makes a denial a revision, once', () => {
    const lane = correlator();
    tell(lane, BAN);
    const denial = tell(lane, {
      ...BAN,
      title: 'Binance denies it',
      disputed: true,
      publisher: 'Lantern',
      day: 1,
    });
    expect(denial).toMatchObject({ outcome: 'updated', alert: { reasons: ['disputed'] } });
    const second = tell(lane, { ...BAN, title: 'Denied', disputed: true, publisher: 'Gazeta', day: 1 });
    expect(second.outcome).toBe('seconded');
  });

  test('names the reason of every join', () => {
    const lane = correlator();
    tell(lane, BAN);
    expect(tell(lane, { ...BAN, title: 'UK bans Binance', day: 2 }).why).toBe(
      'same exchange, place, authority within 2 days',
    );
  });
});
