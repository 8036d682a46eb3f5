/** Languages written in Latin letters that we tell apart by their words. */
export type LatinLanguage = 'en' | 'es' | 'pt' | 'de' | 'fr' | 'it' | 'nl' | 'pl' | 'tr' | 'id' | 'vi';

/** Words that headlines of a language can hardly do without: function words, and the commonest of our subject. */
export const COMMON_WORDS: Readonly<Record<LatinLanguage, string>> = {
  en: `the of and to in is for on with as by at from after over be are was were has have had will would can could may
    its it this that these those an or not no new more than but about into amid against says said say how why what
    when who where which their they his her he you your we us our up down out off before during under while first
    top could should all year years month months week weeks day days today now next back ahead still again best
    crypto exchange exchanges bans ban blocks lawsuit court users trading regulator regulators bank government
    launches price market markets halts every must everyone needs only becomes placed list placed sends takes gets sees goes raises rises falls warns warning against license charges fined fines former million billion`,
  es: `el la los las de del y en que un una por para con se su sus es al lo como más pero sin sobre entre desde hasta
    ha han fue ser son está están tras ante según hay muy también ya cómo qué por contra este esta estos estas
    primer primera nuevo nueva mercado precio gobierno banco mil millones usuarios criptomonedas bolsa años año
    semana día hoy podría cierra lanza advierte regulación cuentas sobre países puede durante hacia donde cuando tiene anuncia suspende prohíbe intercambio empresa`,
  pt: `o os a as de do da dos das e em no na nos nas um uma por para pelo pela com se seu sua que é ao aos à às como
    mais mas sem sobre entre até após não são foi ser está estão diz já também quando pode contra este esta novo nova
    primeiro mercado preço governo banco mil milhões bilhões usuários criptomoedas corretora ano anos semana dia
    hoje segundo cria suspende saques clientes bilionário países desde tem têm vai ou isso anuncia suspende proíbe bolsa empresa brasil`,
  de: `der die das den dem des und in von zu mit für auf ist im ein eine einen einem einer nicht auch als an aus bei
    nach vor über unter wird werden wurde sind hat haben zum zur am um durch gegen bis noch nur wie was warum oder
    aber sich mehr kein keine neue neuer neues jahr jahre heute kann soll will gibt es sie er wir ab beim krypto
    börse kurs verbot warnt nutzer kunden bank millionen milliarden handel behörde erste ersten seit während`,
  fr: `le la les de des du et en un une pour par sur dans avec est au aux que qui ce cette ces se son sa ses plus ne pas
    sans sous entre vers chez mais ou où comme après avant contre depuis être sont a été ont fait selon dont leur
    leurs il elle ils nous vous pourquoi comment nouveau nouvelle premier première marché prix banque gouvernement
    utilisateurs plateforme cryptomonnaies milliards millions ans an mois semaine jour face deux trois peut va`,
  it: `il lo la gli le i di del della dei delle degli dello da dal dalla e in nel nella nei un uno una per con su sul
    sulla che è si non più come ma anche al alla ai alle allo dopo prima contro tra fra ha hanno sono stato stata
    essere cosa perché questo questa nuovo nuova primo mercato prezzo banca governo utenti anni anno mese settimana
    oggi miliardi milioni criptovalute può sarà ecco senza ora anche verso secondo dopo ancora cripto borsa`,
  nl: `de het een van en in op voor met is te dat die aan bij door naar uit om over tot niet ook als zijn was wordt
    worden heeft hebben maar of nog meer dan wel geen na onder tegen deze dit hoe wat waarom wie ze hij je we er al
    nieuwe nieuw eerste jaar dag vandaag week markt koers prijs bank overheid gebruikers miljoen miljard beurs
    kan gaat moet beboet verplichte lees hier waarschuwt nederland nederlandse volgens tijdens sinds tussen zonder weer`,
  pl: `w i na z do o się nie to jest za od po że dla przez jak ze przed przy co a ale czy już oraz ma może są był była
    było będzie być więcej niż tylko pod nad bez także lub ich jego jej ten tym tej tego nowe nowy nowa rok
    roku lat dzień dziś giełda giełdy giełdę kryptowalut kryptowaluty rynek rynku cena bank rząd użytkowników mln mld
    dlaczego a które który która przeciwko ostrzega według po między u`,
  tr: `ve bir bu da de ile için olarak olan daha en çok gibi kadar sonra önce göre değil mi ne ya her yeni ilk ama
    ancak nasıl neden var yok oldu olacak etti ediyor edecek dedi yaptı açıkladı karşı üzerinde arasında tarafından
    kripto para borsa borsası borsası piyasa fiyat fiyatı banka hükümet kullanıcı kullanıcıları milyon milyar dolar
    yıl yılında bugün geldi son büyük türkiye başladı erişim engeli yasak yasakladı mahkeme dava`,
  id: `yang di dan ke dari untuk dengan ini itu pada adalah dalam akan tidak telah oleh karena sebagai bisa dapat juga
    atau lebih saat sudah jadi usai agar hingga para ada kata soal tak baru bagi setelah sebelum antara menjadi
    masih lagi kini apa mengapa bagaimana harga pasar bank pemerintah pengguna kripto bursa aset juta miliar triliun
    rupiah tahun hari beli aman daftar cara izin berizin indonesia larang blokir resmi melalui terhadap secara seperti naik turun`,
  vi: `và của là có các cho với không được trong một những này đã đang sẽ từ khi người đến về tại ra vào như trên cũng
    theo sau trước nhưng hay nhiều hơn bị do để vì sàn giao dịch tiền giá thị trường ngân hàng chính phủ triệu tỷ usd
    năm ngày mới cấm cảnh báo điện tử mã hóa đồng`,
};

/** Letters and endings that few others of these languages use, each worth part of a word. */
export const MARKS: Readonly<Record<LatinLanguage, RegExp>> = {
  en: /(?:ing|tion|'s|’s|ed)\b|\bwh|\bth/gi,
  es: /ñ|¿|¡|(?:ción|ciones|dad|ando|iendo|mente)(?!\p{L})|[áéíóú]/giu,
  pt: /ã|õ|ç|(?:ção|ções|dade|mente|inho)(?!\p{L})|ê|lh|nh/giu,
  de: /ß|ä|ö|ü|sch|(?:ung|ungen|keit|heit|lich|isch)(?!\p{L})/giu,
  fr: /œ|ç|è|ê|à|û|î|(?:\b[ldjnsc]|qu)[’']|(?:eux|tion|ment|aire|ique)(?!\p{L})|é/giu,
  it: /(?:zione|zioni|mente|ità|etto|are|ere|ato|ati)(?!\p{L})|(?:\b(?:l|dell|un|all|nell|dall|sull))[’']|gli|zz|cch/giu,
  nl: /ij|(?:aan|oor|een|lijk|heid|eur|ing)(?!\p{L})|aa|oe|uu/giu,
  pl: /[ąęłńśźż]|ć|sz|cz|rz|dz|(?:ów|ych|ego|ami|ski|nia)(?!\p{L})/giu,
  tr: /ğ|ı|ş|İ|(?:lar|ler|nda|nde|dan|den|yor|dı|di|tı|mak|mek|ları|leri|ın|nın)(?!\p{L})|ö|ü/gu,
  id: /\b(?:me[nmr]|di|ber|ter|pe[nmr])\p{L}{3,}|(?:kan|nya|annya|lah)(?!\p{L})|ng(?!\p{L})/giu,
  vi: /[ăâđêôơư]|[\u1ea0-\u1ef9]/giu,
};
