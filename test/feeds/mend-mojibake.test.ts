import { describe, expect, test } from '@jest/globals';
import { mendMojibake } from '../../src/feeds/mend-mojibake.ts';

describe('UTF-8 that was written as UTF-8 a second time', () => {
  test.each([
    ['KÃ¤ltewelle in Europa: FlÃ¼chtlinge erfrieren', 'Kältewelle in Europa: Flüchtlinge erfrieren'],
    ['â€žOhne uns fÃ¤hrt kein Fahrzeug autonomâ€œ', '„Ohne uns fährt kein Fahrzeug autonom“'],
    ['BeÄ\u008d, das Herz des Balkans', 'Beč, das Herz des Balkans'],
    ['Grupo FÃ³rmula', 'Grupo Fórmula'],
    ['FÃ\u0083 and FÃ\u0084', 'FÃ and FÄ'],
    ['Ð‘Ð¸Ñ€Ð¶Ð°', 'Биржа'],
    ['å¸\u0081å®‰', '币安'],
    ['onlineÂ\u00a0[free]', 'online\u00a0[free]'],
  ])('%s is mended', (text, expected) => {
    expect(mendMojibake(text)).toBe(expected);
  });
});

describe('text that only resembles it', () => {
  test.each([
    ['LA LIBERTÉ\u00a0: un débat'],
    ['LA PARITÉ\u00a0:'],
    ['NESCAFÉ™'],
    ['«\u00a0LIBERTÉ\u00a0»'],
    ['SMÅ\u00a0'],
    ['MAÇÃ®'],
    ['Flüchtlinge schreiben Ã¼ statt ü'],
    ['Биржа закрыта'],
    ['plain'],
  ])('%s stays', (text) => {
    expect(mendMojibake(text)).toBe(text);
  });
});
