import { anyMatches } from './any-matches.ts';

/** As far behind a name as its verb stands. */
const REACH = 120;

/** "After the Nobitex hack", "since FTX's collapse": what befell one is not done to it, and made others act. */
const BEFELL: readonly RegExp[] = [
  /^\S{1,40} (?:hack|breach|exploit|heist|collapse|fallout|bankruptcy|scandal|implosion)\b/,
  /^[^\s，,。]{1,20} ?(?:暴雷|爆雷|崩[盘盤]|倒[闭閉]|被[盗駭]|破[产產])(?:[后後案泰用民致引，]|事件|[风風]波|危[机機])/u,
  /^\S{1,20} ?(?:사태|(?:파산|해킹) ?(?:사태|이후))/u,
  /^\S{1,20}(?:破綻|崩壊|ショック)(?:を受け|後|で|の)/u,
];
/** The same in the other order: "debido a la quiebra de FTX". */
const FELL =
  /(?:collapse|bankruptcy|fall|failure|hack|implosion|quiebra|bancarrota|colapso|caída|falência|queda|faillite|chute|effondrement|pleite|zusammenbruch|крах\p{L}?|банкротств\p{L}|обвал\p{L}?) (?:of |de |del |da |do |von |d['’])?(?:the |la |el |o |a )?(?:exchange |биржи |криптобиржи )?$/u;
/** "A Coinbase-backed lender" is another firm. */
const OF_ITS = /^[^\s-]{1,40}-(?:backed|owned|funded|linked|affiliated|controlled|incubated|supported)\b/;

/** A name that stands for the cause of the news, or for what belongs to it, and not for who is touched. */
const isVictim = (sentence: string, at: number): boolean =>
  at >= 0 &&
  (anyMatches(BEFELL, sentence.slice(at)) ||
    OF_ITS.test(sentence.slice(at)) ||
    FELL.test(sentence.slice(0, at)));

/** Before the name of a firm whose people are asked what they think. */
const ACCORDING_TO =
  /(?:\baccording to|\bsegún|\bsegundo|\bde acordo com|\bselon|\bsecondo|\blaut|по (?:словам|данным|мнению)|(?:^|[，。\s])据|(?:^|[，。\s])據|وفقا ل|وفقًا ل|بحسب|(?<!\p{L})theo) ?(?:[\p{L}'’-]{1,20} ){0,4}$/iu;
/** Behind the name of one: "Kraken co-founder", "Kraken联合创始人". */
const PEOPLE =
  /^[^,.，。;]{0,12}?(?:co-?founder|founder|chief|ceo|executive|spokes|联合创始|聯合創始|创始人|創始人|创办人|负责人|負責人|高管|首席|代表|основател|глава|директор|представител|cofundador|fundador|portavoz|porta-voz|fondateur|gründer|kurucu|창업자|대표|関係者|創業者)/iu;
const SAYS =
  /\b(?:says|said|told|tells|explains|believes|thinks|commented)\b|透露|表示|称|稱|认为|認為|说|說|сообщил|заявил|рассказал|считает|\b(?:dijo|dice|afirm|explic|disse|diz|déclar|sagt|açıkla|söyle)|말했|밝혔|전했|述べ|語/iu;

/** A name that stands for a witness of the news: who speaks for a firm, or is asked. */
const isWitness = (sentence: string, at: number): boolean =>
  ACCORDING_TO.test(sentence.slice(0, at)) ||
  (SAYS.test(sentence) &&
    PEOPLE.test(sentence.slice(at).replace(/^\S{1,20}?(?=[ 联聯创創负負高首代関창대])/u, '')));

/** "After the sanction on Upbit, …": whose turn it was before, in the first clause of a sentence. */
const AFTER =
  /^(?:after|following|since|tras|después de|após|depois de|après|suite à|nach|dopo|вслед за|после|继|繼|في أعقاب|بعد|sau) ?[^,，、]{0,60}$/iu;
/** "업비트 … 제재에 이어", "Binanceに続き", "Binance'in ardından". */
const BEFORE_OTHERS =
  /^[^,.。]{1,40}?(?:에 이어|에 ?이은|に続(?:き|いて|く)|之后[，,]|之後[，,]|(?:'?[ıiuü]n )?ardından)/u;

const wentBefore = (sentence: string, at: number): boolean =>
  (AFTER.test(sentence.slice(0, at).trimStart()) && /[,，、]/u.test(sentence.slice(at))) ||
  BEFORE_OTHERS.test(sentence.slice(at));

/** "Kraken had left because of it": what became of one before the news. */
const HAD_BEFORE: readonly RegExp[] = [
  /^\S{1,30} had (?:already |previously |earlier )?(?:left|quit|exited|closed|shut|stopped|halted|suspended|moved|ended|been|lost|won)\b/,
  /^\S{1,30} (?:ya )?hab[ií]an? (?:salido|cerrado|dejado|abandonado|suspendido|sido)|^\S{1,30} (?:já )?(?:havia|tinha)m? (?:saído|fechado|deixado|sido)/u,
  /^\S{1,30} avai(?:t|ent) (?:déjà )?(?:quitté|fermé|cessé|été)|^\S{1,30} (?:hatte|war)n? (?:bereits|schon|zuvor) /u,
  /^.{1,12}(?:早已|此前已|之前已|先前已)|^.{1,14}(?:はすでに|は既に|は以前)|^.{1,12}(?:이미 |앞서 )/u,
  /^\S{1,30} (?:уже|ранее|раньше) (?:ушл|покинул|закрыл|прекратил|был)/u,
];

/** True of a name of which only something earlier is told. */
const hadBefore = (sentence: string, at: number): boolean =>
  anyMatches(HAD_BEFORE, sentence.slice(at, at + REACH).toLowerCase());

/** "Binance said it will not block": who declines what the news is about. */
const DECLINES: readonly RegExp[] = [
  /^\S{1,20} (?:\S{1,15} ){0,5}(?:will not|won['’]t|would not|refuse[sd]?|declin(?:e[sd]?|ing)|has no plans?|does not plan) /,
  /^\S{1,20} (?:\S{1,15} ){0,3}(?:не будет|не станет|отказ(?:ал|ыва)|не планиру)/,
  /^\S{1,20} (?:\S{1,15} ){0,4}(?:no (?:bloquear|congelar|va a|cerrar)|se (?:niega|negó)|rechaz)/,
  /^\S{1,20} (?:\S{1,15} ){0,4}(?:não (?:vai|irá|bloque)|se recus|recus(?:a|ou))/,
  /^\S{1,20} (?:\S{1,15} ){0,4}(?:ne (?:bloquera|gèlera|compte) pas|refuse)/,
  /^\S{1,20} (?:\S{1,15} ){0,4}(?:wird nicht|will nicht|lehnt)/,
  /^.{1,20}(?:不会|不會|拒绝|拒絕|无意|無意)/,
  /^.{1,20}(?:しない方針|拒否|応じない)/,
  /^.{1,20}(?:않겠다|거부|않기로)/,
  /^.{1,30}(?:لن |[يت]رفض|رفضت)/,
  /^.{1,30}(?:reddetti|dondurmayaca|engellemeyece)/,
];

const declines = (sentence: string, at: number): boolean =>
  anyMatches(DECLINES, sentence.slice(at, at + REACH).toLowerCase());

/** "Kraken and a few others are approved": who may go on. */
const MAY_GO_ON: readonly RegExp[] = [
  /^(?![^.;]{0,80}\b(?:which|who|that|not|no|unless|until)\b)[^.;]{0,80}?\b(?:are|were|remain|stay) (?:the only (?:\w{1,12} ){0,2})?(?:already |fully |now )?(?:approved|licen[cs]ed|authori[sz]ed|registered|unaffected|exempt)\b/,
  /^(?![^.;]{0,60}\b(?:no|não|ne|non|nicht|keine)\b)[^.;]{0,60}?(?:están|estão|sont|sono|sind) (?:\p{L}{1,12} )?(?:autorizad|registrad|licenciad|agréé|enregistré|autorizzat|zugelassen|lizenziert)/u,
  /^(?![^.;]{0,60}(?<!\p{L})не(?!\p{L}))[^.;]{0,60}?(?:имеют лицензи|получили (?:лицензи|разрешени)|зарегистрированы)/u,
  /^[^。；未没沒不]{0,30}?(?:等|均|都|仍)\S{0,8}(?:获批|獲批|持牌|获许可|獲許可)|^[^。；]{0,30}?(?:など|は)[^。；]{0,8}(?:登録済み|認可済み)/u,
];
const THOSE_THAT_MAY: readonly RegExp[] = [
  /(?:신고|등록|인가|승인|허가)(?:가|를|을)? ?(?:마친|완료한|받은|수리된) (?:곳|거래소|업체|사업자)(?:은|는)[^.。]{0,40}$/u,
  /(?:获批|獲批|持牌|许可|許可)的?(?:交易所|平台|平臺)?(?:仅|僅|只)?(?:有|为|為|是|包括)[^。；]{0,40}$|登録済みの?(?:業者|取引所)?は[^。；]{0,40}$|(?:approved|licen[cs]ed|registered) (?:exchanges|platforms|ones|firms) (?:are|include|such as)[^.;]{0,60}$/u,
];
/** "The main exchanges of the country are …": who there is, and not who is touched. */
const WHO_THERE_IS: readonly RegExp[] = [
  /(?:主要|最大|领先|領先)[^。；]{0,16}(?:交易|平台|平臺)\S{0,4}(?:是|有|包括|为|為)[^。；]{0,60}$/u,
  /\b(?:main|largest|leading|major|biggest) (?:\w{1,12} ){0,3}(?:exchanges?|platforms?) (?:in (?:the )?\w{1,20} )?(?:are|is|include|includes)\b[^.;]{0,60}$/u,
];

const isOnlyThere = (sentence: string, at: number): boolean =>
  anyMatches(MAY_GO_ON, sentence.slice(at, at + REACH).toLowerCase()) ||
  anyMatches([...THOSE_THAT_MAY, ...WHO_THERE_IS], sentence.slice(0, at).toLowerCase());

/** True where a name stands at `at` beside the news: its cause, its witness, who had it before, or who declines it. */
export const standsAside = (sentence: string, at: number): boolean =>
  at >= 0 &&
  (isVictim(sentence, at) ||
    isWitness(sentence, at) ||
    wentBefore(sentence, at) ||
    hadBefore(sentence, at) ||
    declines(sentence, at) ||
    isOnlyThere(sentence, at));

/** True of a name that surely is not the one meant, whoever else is: the cause of the news, or who had it before. */
export const isOutOfIt = (sentence: string, at: number): boolean =>
  at >= 0 &&
  (isVictim(sentence, at) ||
    wentBefore(sentence, at) ||
    hadBefore(sentence, at) ||
    isOnlyThere(sentence, at));
