import type { Cadence } from '../domain/subscription.ts';
import type { Direction, Kind, Severity } from '../domain/taxonomy.ts';

/** What people type beside the names and beside the words of the locales, in the readers' languages; `|` between synonyms. */
type Synonyms<K extends string> = Readonly<Partial<Record<K, string>>>;

export const SEVERITY_WORDS: Synonyms<Severity> = {
  low: 'all severities|низкая|baja|baixa|düşük|低|낮음',
  medium: 'moderate|средняя|media|média|orta|中|보통',
  high: 'serious|высокая|важные|alta|yüksek|高|높음',
  critical: 'urgent|emergency|критическая|критичные|crítica|kritik|紧急|緊急|긴급',
};

export const CADENCE_WORDS: Synonyms<Cadence> = {
  instant:
    'instantly|immediately|now|at once|immediate|сразу|al momento|na hora|anında|即时|即時|すぐに|즉시',
  hourly: 'every hour|ежечасно|cada hora|a cada hora|saatlik|每小时|每小時|毎時|매시간',
  daily: 'every day|digest|ежедневно|diario|diária|günlük|每天|每日|毎日|매일',
  weekly: 'every week|еженедельно|semanal|haftalık|每周|每週|毎週|매주',
};

export const DIRECTION_WORDS: Synonyms<Direction> = {
  tightens:
    'new restrictions|restrictions only|tightening|tightens|new only|ужесточения|restricciones|kısıtlamalar',
  eases: 'easing|easings|eases|lifted|lifting|relief|смягчения|снятие|levantamientos|解除|완화',
};

export const KIND_WORDS: Synonyms<Kind> = {
  ban: 'bans|banned|запрет|запреты|禁止',
  'access-block':
    'access blocks|block|blocks|blocked|blocking|site blocks|website block|блокировка|блокировки|bloqueo|bloqueio',
  'social-block': 'social blocks|social media blocks|social media',
  'bank-cutoff': 'bank cutoff|bank cutoffs|bank cut offs|banks|banking|банки|bancos|bankalar',
  'licence-denied-or-revoked':
    'licence|licences|license|licenses|licence denied|licence revoked|лицензия|лицензии|licencia|licença|lisans',
  'cease-and-desist': 'cease and desist|cease and desist orders|orders to stop',
  warning: 'warnings|предупреждения|advertencias|alertas|uyarılar',
  enforcement: 'enforcements|lawsuit|lawsuits|fines|fine|charges|суды|штрафы|multas',
  'market-exit': 'market exits|exit|exits|leaving|уход',
  'service-halt': 'service halts|halt|halts|outage|outages|withdrawal halt|остановка',
  'account-freeze': 'account freezes|freeze|freezes|frozen|заморозка',
  delisting: 'delistings|delist|делистинг',
  rulemaking: 'rules|rule|regulation|regulations|laws|law|правила|normas|reglas|regras|kurallar',
};

/** Short names that no library of country names has. */
export const PLACE_WORDS: Readonly<Record<string, string>> = {
  US: 'usa|u.s.|u.s.a.|america|the states|сша|eeuu|ee.uu.|abd',
  GB: 'uk|u.k.|britain|great britain|england|англия|reino unido|inglaterra|ingiltere',
  AE: 'uae|emirates|u.a.e.|оаэ|bae',
  KR: 'korea|s. korea|корея|corea|coreia|kore|韩国|韓國|韓国|한국',
  KP: 'dprk',
  EU: 'eu|europe|european union|евросоюз|ес|unión europea|união europeia|欧盟|歐盟|유럽연합',
  CZ: 'czechia|czech republic',
  TR: 'turkey|turkiye',
  NL: 'holland|the netherlands',
  CD: 'drc',
  CI: 'ivory coast',
  MM: 'burma',
};

export const ONLY_WHEN_NAMED_WORDS =
  'only when named|only named|named only|when named|if named|只在点名时|только если названы|sólo si se nombra|solo si se nombra';

export const EVERYTHING_WORDS =
  'all|everything|anything|any|every|worldwide|everywhere|global|all exchanges|all countries|всё|все|todo|todos|tudo|hepsi|tümü|全部|所有|すべて|全て|모두|전체';

export const NOT_WORDS =
  'no|not|without|except|excluding|but not|never|кроме|без|не|sin|excepto|sem|exceto|hariç|不要|除了|除く|제외';

/** A place follows. */
export const BEFORE_PLACE_WORDS =
  'in|from|at|within|inside|в|во|из|на|en|em|na|desde|在|來自|来自|で|に|에서';

export const FILLER_WORDS =
  "and|or|for|on|the|a|an|of|to|about|with|by|me|my|please|pls|only|just|alert|alerts|news|notify|tell|severity|level|above|higher|up|plus|and above|or above|or higher|and up|'s|s|crypto|exchange|exchanges|country|countries|restriction|restrictions|delivery|hi|hello|is|it|are|be|so|do|as|и|или|для|о|по|с|y|e|o|ou|de|del|da|do|la|el|los|las|para|por|con|com|sobre|ve|veya|için|和|与|與|及|或|的|と|の|や|を|および|와|과|및|의|또는|以上|이상";

export const phrases = (words: string | undefined): readonly string[] => words?.split('|') ?? [];
