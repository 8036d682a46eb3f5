import { anyMatches } from './any-matches.ts';
import type { Verbs } from './verbs-of-authorities.ts';

/** What a title only expects, fears, denies or asks about; who has it still before him. */
const UNSURE: Verbs = {
  en: /(?<!\p{L})(?:may|might|could|would|will|to|plans?|set|seeks?|wants?|weighs?|mulls?|considers?|faces?|risks?|threatens?|not|no|never|nears?|denie[sd]|avoids?|urged?|ready|likely|if)(?!\p{L})/u,
  zh: /可能|或[将將需会會被]|恐|(?<![虚虛模比])[拟擬](?!议|議)|[计計][划劃]|考[虑慮]|[将將](?:[会會对對宣起提被面遭向要])|即[将將]|[寻尋]求|面[临臨]|威[胁脅]|接近|有望|[预預][计計]|否[认認]|[拒未不无無非](?:[会會被予])?(?=[起控和逮拘罚罰搜])|要求|呼[吁籲]|若|[并並]非|不是/u,
  ja: /可能性|検討|方針|予定|恐れ|見通し|見込み|否定|要求|求め|かもしれ|へ$/u,
  ko: /가능성|주의보|검토|예정|전망|추진|위기|우려|부인|촉구|요구|할 듯|받나|하나|될까|아냐|아니라|아님/u,
  es: /(?<!\p{L})(?:podr[ií]an?|puede|planean?|estudian?|quieren?|busca|buscan|pide|piden|evita|enfrenta|afronta|amenazan?|niega|no|sin|intenta|prevén?|posible|presunt[ao]|si)(?!\p{L})|(?<!teh)(?:ará|erá|irá)n?(?!\p{L})/u,
  pt: /(?<!\p{L})(?:pode|podem|poderia|planeja|estuda|quer|busca|pede|evita|enfrenta|ameaça|nega|não|sem|pretende|prevê|possível|suposto|se)(?!\p{L})|(?:ará|erá|irá)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:pourrait|peut|envisage|veut|cherche|demande|évite|risque|menace|nie|ne|sans|pas|prévoit|possible|si|va|vont)(?!\p{L})/u,
  de: /(?<!\p{L})(?:könnten?|kann|will|wollen|plant|prüft|fordert|droht|nicht|keine?n?|ohne|möglich|soll|sollen|wird|werden|wenn)(?!\p{L})/u,
  it: /(?<!\p{L})(?:potrebbe|può|vuole|intende|chiede|evita|rischia|minaccia|nega|non|senza|possibile|se)(?!\p{L})/u,
  nl: /(?<!\p{L})(?:kan|zou|wil|overweegt|eist|dreigt|ontkent|niet|geen|zonder|mogelijk|als|gaat)(?!\p{L})/u,
  pl: /(?<!\p{L})(?:może|mogą|chce|planuje|rozważa|żąda|grozi|nie|bez|możliw\p{L}{1,3}|jeśli|będzie)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:может|могут|планиру\p{L}{2,3}|намерен\p{L}{0,2}|хочет|требует|грозит|угрожа\p{L}{2,3}|не|без|возможн\p{L}{1,3}|если|буд[еу]т|предлага\p{L}{2,3}|предложил\p{L}?)(?!\p{L})/u,
  uk: /(?<!\p{L})(?:може|можуть|плану\p{L}{1,3}|хоче|вимагає|загрожує|не|без|можлив\p{L}{1,3}|якщо|буде|пропону\p{L}{1,3})(?!\p{L})/u,
  tr: /(?:abilir|ebilir|acak|ecek|mıyor|miyor|madı|medi|değil)(?!\p{L})|(?<!\p{L})(?:talep|olası|ihtimal|planlıyor|istiyor|tehdit)/u,
  ar: /(?<!\p{L})(?:قد|ربما|سوف|لا|لن|لم|تعتزم|يعتزم|تدرس|يدرس|تهدد|يهدد|محتمل|محتملة|تطالب|يطالب)(?!\p{L})/u,
  fa: /ممکن است|احتمال|قصد دارد|نمی|نخواهد/u,
  hi: /सकत[ाे]|सकती|नहीं|योजना|मांग|करेग[ाी]/u,
  id: /(?<!\p{L})(?:akan|bisa|mungkin|berencana|tidak|bukan|tanpa|ancam|mengancam|minta)(?!\p{L})/u,
  th: /อาจ|เตรียม|จะ|ไม่|ขู่/u,
  vi: /(?<!\p{L})(?:có thể|sẽ|không|chưa|dự kiến|đe dọa|yêu cầu|sắp)(?!\p{L})/u,
};

/** A suit that is dropped, lost or thrown out. */
const ENDED: readonly RegExp[] = [
  /(?<!\p{L})(?:drops?|dropped|dismiss\p{L}{0,4}|withdr[ae]ws?|withdrawn|overturn\p{L}{0,3}|appeals?|acquitt\p{L}{1,3}|halts|pauses|ends)(?!\p{L})/u,
  /撤[诉訴回销銷]|[驳駁]回|上[诉訴]|[胜勝][诉訴]|[败敗][诉訴]|[无無]罪|暂缓|暫緩/u,
  /取り下げ|棄却|却下|無罪|不起訴|控訴/u,
  /취하|기각|무죄|무혐의|승소|항소|종결/u,
  /(?<!\p{L})(?:desestim|retir|archiv|rechaz|apela|absuel|rejeit|arquiv|absolv|recorre|rejet|relax|classe|abandonn)/u,
  /(?<!\p{L})(?:eingestellt|abgewiesen|zurückgezogen|freigesprochen|archivia|respin|assol|seponeer|vrijgesproken|umorz|oddal|uniewinn)/u,
  /отозва|отклони|отмени|оправда|закрыли дело|прекратил|відхили|скасува|виправда/u,
  /geri çek|reddet|düştü|beraat|temyiz/u,
  /رفض|إسقاط|تسقط|سحب الدعوى|براءة|پس گرفت|رد کرد|खारिज|बरी|वापस ल/u,
];

const QUESTION = /[?？؟¿]/u;

/** True of a title, in lower case, that asks, denies or expects what its verb tells. */
export const isUnsure = (title: string, language: string): boolean =>
  QUESTION.test(title) || (UNSURE[language]?.test(title) ?? false);

/** True of a title, in lower case, that tells how an action ended. */
export const tellsOfEnd = (title: string): boolean => anyMatches(ENDED, title);
