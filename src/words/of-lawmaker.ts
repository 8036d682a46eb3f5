import { baseLanguage } from '../domain/base-language.ts';
import type { Source } from '../domain/incident.ts';
import type { Verbs } from './verbs-of-authorities.ts';

/** A single member of a parliament, and the verb with which one demands. */
const DEMANDS: Verbs = {
  en: /\b(?:lawmaker|senator|congress(?:wo)?man|mp|legislator)\b(?!['’]s).{0,40}\b(?:calls for|called for|urge[sd]|wants|ask(?:s|ed)|demand(?:s|ed)|propose[sd]|seeks)\b/u,
  de: /(?<!\p{L})(?:abgeordnete[r]?|senatorin?|politikerin?)(?!\p{L}).{0,40}(?<!\p{L})(?:fordert|will|verlangt|schlägt)(?!\p{L})/u,
  es: /(?<!\p{L})(?:diputad[oa]|senadora?|parlamentari[oa]|legisladora?)(?!\p{L}).{0,40}(?<!\p{L})(?:pide|propone|exige|quiere|plantea)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:députée?|sénateur|sénatrice|parlementaire)(?!\p{L}).{0,40}(?<!\p{L})(?:demande|propose|réclame|veut|appelle)(?!\p{L})/u,
  pt: /(?<!\p{L})(?:deputad[oa]|senadora?|parlamentar)(?!\p{L}).{0,40}(?<!\p{L})(?:propõe|pede|quer|defende|cobra)(?!\p{L})/u,
  it: /(?<!\p{L})(?:deputat[oa]|senatore|senatrice|parlamentare)(?!\p{L}).{0,40}(?<!\p{L})(?:chiede|propone|vuole|invoca)(?!\p{L})/u,
  nl: /(?<!\p{L})kamerlid(?!\p{L}).{0,40}(?<!\p{L})(?:wil|vraagt|pleit|eist)(?!\p{L})/u,
  pl: /(?<!\p{L})(?:poseł|posłanka|senator(?:ka)?)(?!\p{L}).{0,40}(?<!\p{L})(?:chce|domaga|proponuje|apeluje|żąda|wzywa)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:депутат|сенатор)(?:ка)?(?!\p{L}).{0,40}(?:предложил|призвал|потребовал|хочет|просит|попросил|предлагает)/u,
  uk: /(?<!\p{L})(?:нардеп|депутат|сенатор)(?:ка)?(?!\p{L}).{0,40}(?:запропону|заклика|вимага|хоче|просить|пропону)/u,
  tr: /milletvekili(?!\p{L}).{0,60}(?:istedi|önerdi|çağr|talep|istiyor)/u,
  ko: /(?<![가-힣])(?:국회)?의원(?!회).{0,40}(?:해야|촉구|요구|주장|제안|필요)/u,
  ja: /議員(?!会).{0,40}(?:求め|提案|主張|訴え|要求|べき)/u,
  zh: /(?:议员|議員|立委|人大代表|政协委员).{0,30}(?:呼吁|呼籲|建议|建議|提议|提議|要求|敦促|主张|主張)/u,
  id: /anggota (?:dpr|dewan|parlemen).{0,40}(?:minta|usul|desak|dorong)/u,
  vi: /đại biểu.{0,40}(?:đề nghị|đề xuất|kiến nghị|yêu cầu)/u,
  th: /(?:ส\.?ส\.?|ส\.?ว\.?) .{0,30}(?:เสนอ|เรียกร้อง|จี้)/u,
  ar: /(?<!\p{L})(?:نائب|النائب|نائبة|(?<!لجنة )برلمانية?).{0,30}(?:يطالب|تطالب|يدعو|تدعو|يقترح|طالب)/u,
  fa: /(?:نماینده مجلس|یک نماینده).{0,40}(?:خواستار|پیشنهاد|خواست)/u,
  hi: /(?:सांसद|विधायक).{0,60}(?:मांग|अपील|सुझाव)/u,
};

/** True of a source whose title has a single lawmaker demand what only a parliament or an authority can do. */
export const isOfLawmaker = ({ title, language }: Pick<Source, 'title' | 'language'>): boolean =>
  DEMANDS[baseLanguage(language)]?.test(title.toLowerCase()) ?? false;
