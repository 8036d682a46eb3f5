import type { PeriodWords } from './period-words.ts';

/** Written on both sides of the Atlantic. */
const ATLANTIC = [-5, 1] as const;
const CENTRAL_EUROPE = [1, 2] as const;
const EASTERN_EUROPE = [2, 3] as const;

/** Of the languages that write in Latin and Cyrillic letters, but Turkish and those of South-East Asia. */
export const WESTERN_PERIOD_WORDS: Readonly<Record<string, PeriodWords>> = {
  en: {
    zone: ATLANTIC,
    leads: 'by|before|until|till|through|from|no later than|not later than|at the latest by|effective',
    not: '(?:since|as of|as at|towards?|around|near|about|late or|fiscal)(?: the)?(?: very)?',
    notThen: ',? \\d{4}| (?:of {names}|of the|in which|following)',
    month: [
      '(?:the )?(?:very )?(?:end of|end-|last day of) ?{month}(?:,? {year})?',
      '!end {month}(?: {year})?',
    ],
    year: ['(?:the )?(?:very )?end of (?:the year )?{year}', '!end[- ]{year}'],
    thisMonth: [
      '(?:the )?(?:very )?end of (?:the|this|the current) month',
      'at month[- ]end',
      '!(?:the )?month[- ]end',
      '!end of month',
    ],
    nextMonth: ['(?:the )?(?:very )?end of next month'],
    thisYear: [
      '(?:the )?(?:very )?end of (?:the|this|the current|the calendar) year',
      "!(?:the )?year(?:[- ]?|'s )end",
      '!end of year',
    ],
    tomorrow: [
      "(?:from|starting|starting from|beginning|as of|effective|until|till|by|before) tomorrow(?!')",
      '(?:takes?|comes?|goes?|enters?|go|come) (?:effect|into effect|into force) tomorrow',
    ],
  },
  de: {
    zone: CENTRAL_EUROPE,
    leads:
      'bis|bis zum|bis spätestens|bis spätestens zum|spätestens|spätestens zum|vor|vor dem|ab|zum|noch vor',
    not: 'seit|per|gegen|fast',
    notThen: ' \\d{4}| {names}',
    month: ['ende (?:des monats )?{month}(?: {year})?'],
    year: ['ende (?:des jahres )?{year}', '!jahresende {year}'],
    thisMonth: ['ende (?:des|dieses|des laufenden) monats', '!monatsende'],
    nextMonth: ['ende (?:des )?(?:nächsten|kommenden) monats'],
    thisYear: ['ende (?:des|dieses|des laufenden) jahres', '!jahresende'],
    tomorrow: ['(?:ab|bis|spätestens|bis spätestens) morgen', '(?:tritt|treten) morgen in kraft'],
  },
  fr: {
    zone: ATLANTIC,
    leads:
      "d'ici|d'ici à|jusqu'à|jusqu'en|avant|dès|à partir de|à compter de|au plus tard|au plus tard à|pour",
    not: '(?:depuis|vers)(?: la)?',
    notThen:
      ' \\d{4}| (?:de {names}|dernier|dernière|prochain|prochaine|passé|passée|suivant|précédent|fiscale|scolaire)',
    month: ["(?:la )?fin (?:du mois )?(?:de |d')?{month}(?: {year})?"],
    year: ["(?:la )?fin (?:de )?(?:l'année )?{year}"],
    thisMonth: ['(?:la )?fin (?:du|de ce) mois', '!fin de mois'],
    nextMonth: ['(?:la )?fin du mois prochain'],
    thisYear: ["(?:la )?fin de (?:l'|cette )année", "!(?:la )?fin d'année"],
    tomorrow: [
      "(?:dès|à partir de|à compter de|d'ici|d'ici à|avant|jusqu'à) demain",
      '(?:entre|entrent) en vigueur demain',
    ],
  },
  es: {
    zone: ATLANTIC,
    leads:
      'antes de|antes del|hasta|hasta el|a partir de|a partir del|para|para el|a más tardar a|a más tardar|no más tarde de',
    not: '(?:desde|hacia|de principios a)(?: el)?',
    notThen: ' (?:de |del )?\\d{4}| (?:pasado|anterior|que viene|próximo|siguiente|fiscal|de {names})',
    month: [
      '(?:fin|fines|final|finales) (?:del mes )?de {month}(?: (?:de |del )?{year})?',
      'antes de que (?:termine|acabe|finalice) {month}(?: (?:de |del )?{year})?',
    ],
    year: ['(?:fin|fines|final|finales) (?:de|del|de año|del año) {year}'],
    thisMonth: [
      '(?:fin|fines|final|finales) (?:de mes|del mes|de este mes)',
      'antes de que (?:termine|acabe|finalice) el mes',
    ],
    nextMonth: ['(?:fin|fines|final|finales) del (?:próximo mes|mes que viene|mes próximo)'],
    thisYear: [
      '(?:fin|fines|final|finales) (?:del año|de este año)',
      'antes de que (?:termine|acabe|finalice) el año',
      '!(?:fin|fines|final|finales) de año',
    ],
    tomorrow: [
      '(?:a partir de|hasta|antes de|desde) mañana',
      '(?:entra|entran|entrará|entrarán) en vigor mañana',
    ],
  },
  pt: {
    zone: ATLANTIC,
    leads: 'até|até o|até ao|antes do|antes de|a partir do|a partir de|para o',
    not: '(?:desde|perto d|por volta d)o?',
    notThen: ' (?:de )?\\d{4}| (?:passado|anterior|que vem|próximo|seguinte|fiscal|de {names})',
    month: ['(?:fim|final|fins|finais) (?:do mês )?de {month}(?: (?:de )?{year})?'],
    year: ['(?:fim|final|fins|finais) de {year}', '(?:fim|final) do ano de {year}'],
    thisMonth: ['(?:fim|final) (?:do|deste|desse) mês', '!(?:fim|final) de mês'],
    nextMonth: ['(?:fim|final) do (?:próximo mês|mês que vem)'],
    thisYear: ['(?:fim|final) (?:do|deste) ano', '!(?:fim|final) de ano'],
    tomorrow: ['(?:a partir de|até|antes de|desde) amanhã', '(?:entra|entram) em vigor amanhã'],
  },
  it: {
    zone: CENTRAL_EUROPE,
    leads:
      'entro|entro la|fino a|fino alla|prima della|prima di|non oltre la|non oltre|a partire da|a partire dalla',
    not: '(?:dalla|da|dopo la|verso la|verso)',
    notThen: ' (?:del )?\\d{4}| (?:scorso|scorsa|passato|prossimo|fiscale|di {names})',
    month: ['fine (?:del mese )?(?:di )?{month}(?: (?:del )?{year})?'],
    year: ["fine (?:del |dell'anno )?{year}"],
    thisMonth: ['fine (?:del |di questo )?mese'],
    nextMonth: ['fine del (?:prossimo mese|mese prossimo)'],
    thisYear: ["fine (?:dell'|di quest')?anno"],
    tomorrow: ['(?:da|fino a|entro|a partire da|prima di) domani', '(?:entra|entrano) in vigore domani'],
  },
  nl: {
    zone: CENTRAL_EUROPE,
    leads: 'tot|tot en met|voor|vóór|uiterlijk|vanaf|met ingang van|tot aan',
    not: '(?:sinds|per|rond|tegen)(?: het)?',
    notThen: ' \\d{4}| {names}',
    month: ['(?:het )?(?:einde?|ultimo) (?:van )?(?:de maand )?{month}(?: {year})?'],
    year: ['(?:het )?(?:einde?|ultimo) (?:van )?(?:het jaar )?{year}'],
    thisMonth: ['(?:het )?einde? (?:van )?(?:de|deze) maand'],
    nextMonth: ['(?:het )?einde? (?:van )?(?:de )?volgende maand'],
    thisYear: ['(?:het )?einde? (?:van )?(?:het|dit) jaar', '!(?:het )?jaareinde'],
    tomorrow: ['(?:vanaf|tot|uiterlijk|met ingang van) morgen'],
  },
  pl: {
    zone: CENTRAL_EUROPE,
    leads: 'do|przed|z|wraz z|najpóźniej do',
    notThen: ' \\d{4}| (?:szkolnego|podatkowego|obrotowego)',
    month: ['!(?:(?<!z )końca|końcem) (?:miesiąca )?{month}(?: {year})?'],
    year: ['!(?:końca|końcem) (?:roku )?{year}'],
    thisMonth: ['!(?:końca|końcem) (?:tego |bieżącego )?miesiąca'],
    nextMonth: ['!(?:końca|końcem) (?:przyszłego|następnego) miesiąca'],
    thisYear: ['!(?:końca|końcem) (?:tego |bieżącego )?roku'],
    tomorrow: [
      '(?:od|do|przed|z dniem) jutra',
      '(?:wchodzi|wchodzą|wejdzie|wejdą) (?:w życie )?jutro',
      'jutro (?:wchodzi|wejdzie|wejdą) w życie',
    ],
  },
  ru: {
    zone: EASTERN_EUROPE,
    leads: 'до|к|перед|не позднее',
    notThen: ' \\d{4}',
    month: ['!(?:конца|концу|концом) {month}(?: {year})?', 'в конце {month}(?: {year})?'],
    year: ['!(?:конца|концу) {year}', 'в конце {year}'],
    thisMonth: ['!(?:конца|концу) (?:этого |текущего )?месяца', 'в конце (?:этого |текущего )?месяца'],
    nextMonth: ['!(?:конца|концу) следующего месяца', 'в конце следующего месяца'],
    thisYear: [
      '!(?:конца|концу) (?:этого |текущего |нынешнего )?года',
      'в конце (?:этого |текущего |нынешнего )?года',
    ],
    tomorrow: [
      '(?:с|до) завтрашнего дня',
      '(?:до|с) завтра',
      'завтра (?:вступает|вступит|вступают|вступят) в силу',
      '(?:вступает|вступит|вступают|вступят) в силу завтра',
    ],
  },
  uk: {
    zone: EASTERN_EUROPE,
    leads: 'до|перед|не пізніше',
    notThen: ' \\d{4}',
    month: ['!(?:кінця|кінцем) {month}(?: {year})?', '(?:наприкінці|в кінці|у кінці) {month}(?: {year})?'],
    year: ['!(?:кінця|кінцем) {year}', '(?:наприкінці|в кінці|у кінці) {year}'],
    thisMonth: [
      '!кінця (?:цього |поточного )?місяця',
      '(?:наприкінці|в кінці|у кінці) (?:цього |поточного )?місяця',
    ],
    nextMonth: ['!кінця наступного місяця', '(?:наприкінці|в кінці|у кінці) наступного місяця'],
    thisYear: [
      '!кінця (?:цього |поточного )?року',
      '(?:наприкінці|в кінці|у кінці) (?:цього |поточного )?року',
    ],
    tomorrow: [
      '(?:з|із|від|до) завтрашнього дня',
      '(?:до|від|з|із) завтра',
      'завтра (?:набуває|набуде|набувають|набудуть) чинності',
    ],
  },
};
