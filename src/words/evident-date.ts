import type { Source } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { isBackground } from './background.ts';
import { sentencesOf } from './opening.ts';

/** Words that make a day the one on which a measure begins or ends, of every language that we tell in or read often. */
const DUE =
  /\b(?:by|from|until|till|before|after|since|starting|start(?:s|ed)?|begin(?:s|ning)?|as of|effective|deadline|no later than|take[sn]? effect|took effect|into force|in force|close[sd]?|end(?:s|ed)?|cease[sd]?|expire[sd]?|halt(?:s|ed)?|on|due)\b|起|之前|以前|前|截止|截至|生效|施行|实施|實施|关闭|關閉|停止|下架|\b(?:desde|a partir|hasta|antes|até|vigor|plazo|prazo|ab|bis|dal|entro|dès|jusqu|avant|vanaf|tot)(?!\p{L})| до | со? |начиная|вступ|から|まで|より|부터|까지|시행|itibaren|kadar|اعتبار|حتى|قبل|بدء/iu;

/** What somebody said or did on a day is news of that day, not a date to act by. */
const SAYING =
  /表示|称|稱|宣布|消息|讯|訊|晚间|晚間|报道|報道|\b(?:said|told|reported|announced|posted|wrote|tweeted|dijo|disse|dedi|açıkladı)\b|сообщил|заявил|밝혔|発表|述べ/iu;

const NUMBER = /(?<![\d.,])\d{1,2}(?![\d,]|\.\d)/g;

const says = (sentence: string, day: number): boolean =>
  [...sentence.matchAll(NUMBER)].some(([number]) => Number(number) === day);

/**
 * True where a sentence that gives the day makes it the measure's: not one of the past, nor the day on which somebody
 * spoke. A day that no sentence gives in figures ("tomorrow", "end of June") stands.
 */
export const isEvidentDate = (at: Instant, sources: readonly Source[], year: number): boolean => {
  const day = new Date(at).getUTCDate();
  const telling = sources.flatMap((source) =>
    [source.title, ...sentencesOf(source)]
      .filter((sentence) => says(sentence, day))
      .map((sentence) => ({ sentence, language: source.language })),
  );
  return (
    telling.length === 0 ||
    telling.some(
      ({ sentence, language }) =>
        !isBackground(sentence, language, year) && DUE.test(sentence) && !SAYING.test(sentence),
    )
  );
};
