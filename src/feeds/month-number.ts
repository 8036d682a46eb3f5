/** Months by language, January first: full and short, alone and after a day (Unicode CLDR), without final dots. */
const MONTHS: Readonly<Record<string, string>> = {
  en: 'january|jan, february|feb, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sep, october|oct, november|nov, december|dec',
  es: 'enero|ene, febrero|feb, marzo|mar, abril|abr, mayo|may, junio|jun, julio|jul, agosto|ago, septiembre|sept|sep|setiembre, octubre|oct, noviembre|nov, diciembre|dic',
  pt: 'janeiro|jan, fevereiro|fev, março|mar, abril|abr, maio|mai, junho|jun, julho|jul, agosto|ago, setembro|set, outubro|out, novembro|nov, dezembro|dez',
  de: 'januar|jan, februar|feb, märz|mär, april|apr, mai, juni|jun, juli|jul, august|aug, september|sep|sept, oktober|okt, november|nov, dezember|dez',
  fr: 'janvier|janv, février|févr, mars, avril|avr, mai, juin, juillet|juil, août, septembre|sept, octobre|oct, novembre|nov, décembre|déc',
  it: 'gennaio|gen, febbraio|feb, marzo|mar, aprile|apr, maggio|mag, giugno|giu, luglio|lug, agosto|ago, settembre|set, ottobre|ott, novembre|nov, dicembre|dic',
  nl: 'januari|jan, februari|feb, maart|mrt, april|apr, mei, juni|jun, juli|jul, augustus|aug, september|sep, oktober|okt, november|nov, december|dec',
  pl: 'styczeń|sty|stycznia, luty|lut|lutego, marzec|mar|marca, kwiecień|kwi|kwietnia, maj|maja, czerwiec|cze|czerwca, lipiec|lip|lipca, sierpień|sie|sierpnia, wrzesień|wrz|września, październik|paź|października, listopad|lis|listopada, grudzień|gru|grudnia',
  tr: 'ocak|oca, şubat|şub, mart|mar, nisan|nis, mayıs|may, haziran|haz, temmuz|tem, ağustos|ağu, eylül|eyl, ekim|eki, kasım|kas, aralık|ara',
  ru: 'январь|янв|января, февраль|февр|февраля, март|марта|мар, апрель|апр|апреля, май|мая, июнь|июня|июн, июль|июля|июл, август|авг|августа, сентябрь|сент|сентября, октябрь|окт|октября, ноябрь|нояб|ноября, декабрь|дек|декабря',
  uk: 'січень|січ|січня, лютий|лют|лютого, березень|бер|березня, квітень|квіт|квітня, травень|трав|травня, червень|черв|червня, липень|лип|липня, серпень|серп|серпня, вересень|вер|вересня, жовтень|жовт|жовтня, листопад|лист|листопада, грудень|груд|грудня',
  id: 'januari|jan, februari|feb, maret|mar, april|apr, mei, juni|jun, juli|jul, agustus|agu, september|sep, oktober|okt, november|nov, desember|des',
  ar: 'يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر',
  arLevant:
    'كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول',
  fa: 'ژانویه|ژانویهٔ, فوریه|فوریهٔ, مارس, آوریل, مه|مهٔ, ژوئن, ژوئیه|ژوئیهٔ, اوت, سپتامبر, اکتبر, نوامبر, دسامبر',
  th: 'มกราคม|ม.ค, กุมภาพันธ์|ก.พ, มีนาคม|มี.ค, เมษายน|เม.ย, พฤษภาคม|พ.ค, มิถุนายน|มิ.ย, กรกฎาคม|ก.ค, สิงหาคม|ส.ค, กันยายน|ก.ย, ตุลาคม|ต.ค, พฤศจิกายน|พ.ย, ธันวาคม|ธ.ค',
  hi: 'जनवरी|जन॰, फ़रवरी|फ़र॰, मार्च, अप्रैल, मई, जून, जुलाई|जुल॰, अगस्त|अग॰, सितंबर|सित॰, अक्टूबर|अक्टू॰, नवंबर|नव॰, दिसंबर|दिस॰',
  vi: 'tháng 1|thg 1, tháng 2|thg 2, tháng 3|thg 3, tháng 4|thg 4, tháng 5|thg 5, tháng 6|thg 6, tháng 7|thg 7, tháng 8|thg 8, tháng 9|thg 9, tháng 10|thg 10, tháng 11|thg 11, tháng 12|thg 12',
  el: 'ιανουάριος|ιανουαρίου|ιαν, φεβρουαρίου|φεβ, μαρτίου|μαρ, απριλίου|απρ, μαΐου|μαΐ, ιουνίου|ιουν|ιούν, ιουλίου|ιουλ|ιούλ, αυγούστου|αυγ, σεπτεμβρίου|σεπ, οκτωβρίου|οκτ, νοεμβρίου|νοε, δεκεμβρίου|δεκ',
  hu: 'január|jan, február|febr, március|márc, április|ápr, május|máj, június|jún, július|júl, augusztus|aug, szeptember|szept, október|okt, november|nov, december|dec',
  no: 'januar|jan, februar|feb, mars|mar, april|apr, mai, juni|jun, juli|jul, august|aug, september|sep, oktober|okt, november|nov, desember|des',
  sv: 'januari|jan, februari|feb, mars, april|apr, maj, juni, juli, augusti|aug, september|sep, oktober|okt, november|nov, december|dec',
  da: 'januar|jan, februar|feb, marts|mar, april|apr, maj, juni|jun, juli|jul, august|aug, september|sep, oktober|okt, november|nov, december|dec',
  fi: 'tammikuu|tammi|tammikuuta, helmikuu|helmi|helmikuuta, maaliskuu|maalis|maaliskuuta, huhtikuu|huhti|huhtikuuta, toukokuu|touko|toukokuuta, kesäkuu|kesä|kesäkuuta, heinäkuu|heinä|heinäkuuta, elokuu|elo|elokuuta, syyskuu|syys|syyskuuta, lokakuu|loka|lokakuuta, marraskuu|marras|marraskuuta, joulukuu|joulu|joulukuuta',
  cs: 'leden|led|ledna, únor|úno|února, březen|bře|března, duben|dub|dubna, květen|kvě|května, červen|čvn|června, červenec|čvc|července, srpen|srp|srpna, září|zář, říjen|říj|října, listopad|lis|listopadu, prosinec|pro|prosince',
  ro: 'ianuarie|ian, februarie|feb, martie|mar, aprilie|apr, mai, iunie|iun, iulie|iul, august|aug, septembrie|sept, octombrie|oct, noiembrie|nov, decembrie|dec',
  bg: 'януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември',
  he: 'ינואר|ינו׳, פברואר|פבר׳, מרץ, אפריל|אפר׳, מאי, יוני, יולי, אוגוסט|אוג׳, ספטמבר|ספט׳, אוקטובר|אוק׳, נובמבר|נוב׳, דצמבר|דצמ׳',
};

/** Case, accents and dots do not tell months apart. */
const comparable = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .trim();

const NUMBER_BY_NAME: ReadonlyMap<string, number> = new Map(
  Object.values(MONTHS).flatMap((months) =>
    months
      .split(', ')
      .flatMap((names, index) => names.split('|').map((name) => [comparable(name), index + 1] as const)),
  ),
);

/** 1 to 12 for a month's name in any of the languages, undefined for any other word. */
export const monthNumber = (word: string): number | undefined => {
  const name = comparable(word);
  // "Sept", "Janaury": English writers shorten and misspell, the first three letters hold.
  return (
    NUMBER_BY_NAME.get(name) ?? (/^[a-z]{4,9}$/.test(name) ? NUMBER_BY_NAME.get(name.slice(0, 3)) : undefined)
  );
};
