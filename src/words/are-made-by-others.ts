import type { Authority } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import type { Stage } from '../domain/taxonomy.ts';

/** A law on its way is its makers', whichever authority is to apply it. */
const BILL =
  /\bbills?\b|\blawmakers?\b|\bsenators?\b|法案|议员|議員|законопроект|proyecto de ley|projeto de lei|yasa tasar|kanun teklif|법안|법률안|مشروع قانون/iu;
const LAWMAKERS: readonly Authority['type'][] = ['legislature', 'government'];

/** Rules that the trade gives itself are presented to its authority, and not made by it. */
const SELF_MADE =
  /\bself-?regulat|自律|自主規制|자율 ?(?:규제|규약)|саморегул|autorregula|autor?eglament|autorégul|selbstregul|autoregolament|zelfregul|samoregul|öz ?düzenleme|التنظيم الذاتي|خودتنظیمی|स्व-?नियम|tự quản|กำกับดูแลตนเอง/iu;

/** True of rules that are not an authority's: a bill, as far as no title names it, and what the trade gives itself. */
export const areMadeByOthers = (
  { title, text }: Source,
  stage: Stage,
  { type }: Authority,
  isTitled: boolean,
): boolean => {
  const isLaw = stage === 'proposed' && BILL.test(`${title}\n${text}`);
  return (
    (isLaw && !LAWMAKERS.includes(type) && !isTitled) || (type !== 'self-regulator' && SELF_MADE.test(title))
  );
};
