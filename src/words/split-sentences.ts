/** "Inc. said", "No. 5": the segmenter ends sentences after abbreviations that our texts are full of. */
const ABBREVIATION =
  /(?:\b(?:Inc|Ltd|Co|Corp|No|Nos|vs|v|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|approx|U\.S|U\.K|U\.A\.E|E\.U|D\.C|[A-Z])\.|\b(?:т\.д|т\.п|млн|млрд|ст|им|г)\.)\s*$/u;

export const splitSentences = (paragraph: string, language: string): readonly string[] => {
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)];
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segments) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') sentences.push(open.trim());
  return sentences;
};
