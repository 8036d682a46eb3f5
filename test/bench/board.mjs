// Run by bench.mjs in a process of its own: what 10,000 incidents cost in memory, at start, and when somebody asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { createSteps } = await dist('steps.js');
const { openStore } = await dist('storage/open.js');
const { createBoard } = await dist('incidents/board.js');
const { createIncidentBook } = await dist('wiring/incident-book.js');

const SIZE = 10_000;
const HOUR = 3_600_000;
const steps = createSteps();
const { exchanges, jurisdictions, authorities } = steps.catalogue;
const pick = (list, at) => list[at % list.length];
const sentence = (at) => `Customers of company ${at} were told by letter ${at * 7} that the order stands. `;
const source = (at, nth) => ({
  entryId: `entry-${at}-${nth}`,
  feedId: `feed-${at % 195}`,
  feedKind: 'press',
  publisher: `Paper ${(at + nth) % 90}`,
  url: `https://paper${(at + nth) % 90}.example/news/${at}/${nth}`,
  title: `${pick(exchanges, at).name}: report ${at}, number ${nth}`,
  text: sentence(at).repeat(5),
  language: 'en',
  publishedAt: Date.UTC(2016, 0, 1) + at * 8 * HOUR,
  publishedEstimated: false,
  attributedTo: [],
  joined: nth === 0 ? 'first' : 'same exchange, place within 1 days',
});
const incident = (at) => ({
  v: 1,
  id: `incident-${String(at).padStart(13, '0')}`,
  revision: 1,
  openedAt: Date.UTC(2016, 0, 1) + at * 8 * HOUR,
  updatedAt: Date.UTC(2016, 0, 1) + at * 8 * HOUR,
  happenedAt: Date.UTC(2016, 0, 1) + at * 8 * HOUR,
  measures: [{ kind: 'access-block', stage: 'in-force', direction: 'tightens', scope: {} }],
  exchanges: [pick(exchanges, at).id, pick(exchanges, at * 3 + 1).id],
  jurisdictions: [pick(jurisdictions, at * 7).code.slice(0, 2)],
  subdivisions: [],
  authority: pick(authorities, at).id,
  severity: 'high',
  confidence: 0.9,
  confirmation: 'corroborated',
  disputed: false,
  sources: [source(at, 0), source(at, 1), source(at, 2)],
  late: false,
});

const folder = mkdtempSync(join(tmpdir(), 'curbwatch-bench-'));
const ignore = () => undefined;
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const clock = { now: Date.now, monotonic: () => performance.now() };
const store = await openStore(`sqlite://${join(folder, 'bench.sqlite')}`, {
  clock,
  logger: quiet,
  onLeaseLost: ignore,
});
for (let from = 0; from < SIZE; from += 1000)
  await store.incidents.save(Array.from({ length: 1000 }, (_, at) => incident(from + at)));

globalThis.gc();
const before = process.memoryUsage().heapUsed;
const started = performance.now();
const cpu = process.cpuUsage();
const correlator = steps.createCorrelator();
const board = createBoard([], () => []);
const book = createIncidentBook(store.incidents, [correlator, board]);
await book.load();
const startMs = performance.now() - started;
const used = process.cpuUsage(cpu);
const startCpuMs = (used.user + used.system) / 1000;
globalThis.gc();
const heapMb = (process.memoryUsage().heapUsed - before) / 1e6;

const asked = performance.now();
board.standing({ exchange: exchanges[0].id, jurisdiction: 'NG' });
board.timeline(exchanges[0].id);
board.standing({ jurisdiction: 'IN' });
board.latest(400);
board.find('incident-00000000');
board.since();
const answerMs = performance.now() - asked;
process.stdout.write(JSON.stringify({ size: book.size(), startMs, startCpuMs, heapMb, answerMs }));
await store.close();
rmSync(folder, { recursive: true });
