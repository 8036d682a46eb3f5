import type { Kind } from '../domain/taxonomy.ts';

/** What is done, in a noun that needs no grammar: keys of the locales below `kind` and `act`. */
export type Act =
  | `kind.${Kind}`
  | `act.${'sanctions' | 'charges' | 'court-case' | 'complaint' | 'fine' | 'seizure' | 'arrest' | 'limits' | 'deadline' | 'settlement' | 'bankruptcy'}`;

type Words = readonly (readonly [Act, readonly RegExp[]])[];

/** Words that mean one act against a firm and no other, in each language that we read. */
export const AGAINST_FIRMS: Words = [
  [
    'act.sanctions',
    [
      /\bsanctions (?:on|against)\b|\bsanctioned\b|\bimposes? sanctions\b/i,
      /санкци/i,
      /санкці/i,
      /制裁|제재/,
      /sanciones (?:contra|a )|sanções (?:contra|a )|sanctions contre|sanzioni contro|sancties tegen|sankcj/iu,
      /sanktionen gegen|sanktioniert|yaptırım|trừng phạt|คว่ำบาตร/i,
      /عقوبات|تحریم/,
    ],
  ],
  [
    'act.charges',
    [
      /\bcharge[sd]\b(?! (?:fees|users|customers))|\bindict/i,
      /anklage erhoben|angeklagt|обвинил|предъяв\p{L}{1,6} обвинен|звинува|обвинува/iu,
      /기소(?!유예)|在刑事|刑事指控|刑事起訴/,
      /imputa|presenta cargos|mise? en examen|inculp|incrimina|iddianame|truy tố/i,
      /توجيه (?:ال)?(?:تهم|اتهام)|کیفرخواست/,
    ],
  ],
  [
    'act.court-case',
    [
      /\b(?:sues|sued|suing|lawsuit)\b/i,
      /起诉|起訴|提訴|诉讼|訴訟|제소|소송/,
      /подал\p{L}? в суд|(?<!\p{L})иск(?:а|и|ом|у)?(?!\p{L})|судит|позов/iu,
      /demanda(?:n)? (?:a|contra)|interpone|processa(?!\p{L})|ação judicial|poursuit|porte plainte/iu,
      /verklagt|klage gegen|fa causa|querela|klaagt|pozew|pozywa|dava aç/i,
      /دعوى قضائية|[يت]قاضي|مقاضاة|شکایت/,
      /khởi kiện|đệ đơn kiện|ฟ้อง|menggugat|gugat|मुकदमा/i,
    ],
  ],
  ['act.complaint', [/กล่าวโทษ|고발|刑事告発/, /\bcriminal complaint\b|denuncia penal|strafanzeige/i]],
  [
    'act.fine',
    [
      /\bfin(?:es|ed)\b/i,
      /罚款|罰款|罰金|課徴金|과태료|벌금|과징금/,
      /штраф|multa|(?<!\p{L})amende(?!\p{L})|bußgeld|geldbuße|geldstrafe|grzywn|para cezası/iu,
      /boete|denda|phạt tiền|bị phạt|สั่งปรับ|เปรียบเทียบปรับ|ค่าปรับ|जुर्माना/i,
      /غرام|جریمه/,
    ],
  ],
  [
    'act.seizure',
    [
      /\bseiz(?:es|ed|ing|ure)/i,
      /查封|没收|沒收|扣押|押収|差し押さえ|압수|몰수/,
      /изъя|конфиск|вилуч|incaut|decomis|confisc|apreend|(?<!\p{L})saisi/iu,
      /beschlagnahm|sequestr|inbeslag|el koy|tịch thu|thu giữ|ยึด|जब्त|menyita|disita/iu,
      /مصادرة|صادرت|توقیف/,
    ],
  ],
  [
    'act.arrest',
    [
      /\b(?:arrest|detain)(?:s|ed|ing)?\b/i,
      /逮捕|被捕|拘留|체포|구속/,
      /задержа|арестова(?:н|л)(?! актив)|затрима|detien|detenid|detid[ao]|interpell|verhaft|festgenommen/iu,
      /arrestat|gearresteerd|opgepakt|aresztowa|gözaltı|tutukla|bị bắt|bắt giữ|จับกุม|ditangkap|गिरफ्तार/iu,
      /اعتقال|القبض|دستگیر|بازداشت/,
    ],
  ],
];

/** Words of titles for what else is done where the kind that was read has none in them. */
export const PLAIN: Words = [
  [
    'kind.access-block',
    [/siti vietati|sitios prohibidos|sites proibidos|sites interdits|реестр\p{L}{0,2} запрещ/iu],
  ],
  [
    'act.bankruptcy',
    [
      /\bbankruptcy\b|chapter 11|破产|破產|破産|파산|банкрот|bancarrota|quiebra|falência|insolven|iflas|faillite/iu,
      /إفلاس|ورشکست|phá sản|ล้มละลาย|pailit/,
    ],
  ],
  [
    'kind.bank-cutoff',
    [
      /sem parceiro bancário|sin (?:socio|proveedor) bancario|sans (?:partenaire bancaire|banque)/i,
      /keine (?:\S{1,12}[ -]?){0,2}(?:banküberweisung|überweisung|einzahlung|auszahlung)/i,
      /\b(?:lose[sd]?|losing|without) (?:a |its |their )?bank/i,
      /\bbanks (?:\S{1,15} ){0,4}(?:close|shut|block) accounts/i,
      /\bbancos (?:\S{1,15} ){0,7}(?:cierran|bloquean|cancelan|fecham|encerram) (?:las |as )?(?:cuentas|contas)/i,
      /(?:银行|銀行).{0,8}(?:关闭|關閉|冻结|凍結).{0,4}(?:账户|帳戶)/,
      /банки (?:\S{1,15} ){0,4}закрыва\p{L}{1,3} счета/iu,
      /без банковского партн|失去银行|失去銀行/i,
    ],
  ],
  [
    'kind.ban',
    [
      /\b(?:bans|banned|outlaws?)\b/i,
      /禁令|取缔|取締|금지/,
      /(?<!\p{L})запре(?:т(?:ил[аи]?|а|ы)?|щает|щен[ыао]?)(?!\p{L})|заборон/iu,
      /proh[ií]b|pro[ií]b(?:e|iu|ida|ido)|interdit|interdiction|verbot|verbiet|divieto|vieta|messa? al bando|mette (?:\S{1,8} ){0,3}al bando/i,
      /verbod|verbiedt|zakaz(?:uje|ał)?|yasakla|lệnh cấm|bị cấm|แบน|สั่งห้าม|larang|dilarang/i,
      /(?:^|\s)(?:ال|[يت])?حظر(?! (?:ال)?حساب)|ممنوع/,
      /प्रतिबंध|बैन|নিষিদ্ধ/,
    ],
  ],
  [
    'kind.warning',
    [
      /警告|경고|\bwarn(?:s|ed|ing)\b/i,
      /предупре(?:дил|жда)|попереди|попередж|advierte|alerta sobre|alerta contra|met en garde|mise en garde/iu,
      /warnt|warnung|avverte|waarschuw|ostrzeg|uyardı|uyarı|cảnh báo|เตือน|peringat|चेतावनी/i,
      /تحذير|[يت]حذر|حذرت|هشدار/,
    ],
  ],
  [
    'kind.service-halt',
    [
      /(?:영업|마켓|서비스|거래|출금) ?(?:중단|종료)|폐업/,
      /(?:停止|终止|終止)(?:提供|服务|服務|运营|運營|营业)/,
      /(?:暂停|暫停|停止|冻结|凍結).{0,8}(?:取款|出金|提领|提領|提幣|提币|提现|提現|提款|充值|交易|转账)/,
      /(?:出金|入金|取引)\S{0,3}(?:停止|中断)/,
      /(?:cierra|cesa|suspende|paraliza|pausa) (?:sus |las |los )?(?:operaciones|retiros|servicios|depósitos)/i,
      /(?:encerra|suspende|paralisa|pausa) (?:suas |as |os )?(?:operações|saques|serviços|depósitos)/i,
      /приостан\p{L}{1,6} (?:вывод|торг|операци|работу)|suspend (?:les |ses )?(?:retraits|opérations)|(?:stoppt|setzt) .{0,12}(?:auszahlung|handel)/iu,
      /(?:çekim|para çekme)\p{L}{0,6} (?:durdur|askıya)|(?:تعليق|علقت|أوقفت) (?:عمليات )?(?:السحب|التداول)|tạm (?:dừng|ngừng) (?:rút|giao dịch|nạp)/iu,
    ],
  ],
  [
    'kind.market-exit',
    [
      /(?:sale|se va|se retira) (?:del|de la?)\b|abandona el mercado|sai d[oa]\b|deixa o (?:país|mercado)/iu,
      /quitte le|se retire d/i,
      /(?:wird|will) (?:\p{L}{0,15}handel|geschäft) (?:\S{1,15} ){0,3}beenden/iu,
      /zieht sich (?:\S{1,15} ){0,3}zurück/i,
      /退出|撤退|撤出|철수|уход\p{L}{0,3} (?:из|с)|lascia (?:il|l['’])|piyasa\p{L}{0,4} çekil|rời khỏi/iu,
    ],
  ],
  ['act.deadline', [/마감|기한|期限|截止|\bdeadline\b|date limite/i]],
  [
    'act.limits',
    [
      /限制|制限|제한|\b(?:limits|restricts|restrictions)\b/i,
      /огранич|обмежи|обмежу|restring|limita(?!ç)|restreint|beschränk|ogranicz|kısıtla|hạn chế|จำกัด|batasi/iu,
      /تقييد|تقيّد|محدود/,
    ],
  ],
];
