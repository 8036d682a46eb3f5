import type { AlertCard, TextCard } from '../../src/domain/card.ts';

/** An alert whose every part has something that a platform must escape. */
export const alertCard: AlertCard = {
  shape: 'alert',
  tone: 'high',
  incidentId: 'Qm9vZ2llV29vZ2llMTIzNA',
  headline: 'Nigeria: operators told to block <Binance> & "OKX"',
  status: 'High · unconfirmed',
  fields: [{ label: 'Where', value: 'Nigeria' }],
  summary: 'Telecom operators were told to block the sites. *Not* _markup_ `at` all: <b>, &amp;, [x](y).',
  sources: [
    { publisher: 'A & B News', url: 'https://example.com/a?b=1&c=2', at: 0, time: '1 January, 00:00' },
  ],
  sourcesLabel: 'Sources',
  footer: 'Qm9vZ2ll',
  buttons: [[{ label: 'Why this?', verb: 'why', id: 'Qm9vZ2llV29vZ2llMTIzNA' }]],
};

export const textCard = (text: string): TextCard => ({ shape: 'text', paragraphs: [[text]], buttons: [] });
