import { describe, expect, test } from '@jest/globals';
import { detectLanguage } from '../../src/feeds/detect-language.ts';

describe('detectLanguage', () => {
  test.each([
    ['en', 'Nigeria orders telecoms to block access to Binance and Coinbase'],
    ['es', 'La CNMV advierte sobre varias plataformas de criptomonedas sin licencia'],
    ['pt', 'CVM proíbe corretora de criptomoedas de captar clientes no Brasil'],
    ['de', 'BaFin untersagt der Kryptobörse das Geschäft mit deutschen Kunden'],
    ['fr', 'L’AMF met en garde contre une plateforme d’échange non enregistrée'],
    ['it', 'La Consob oscura cinque siti di trading di criptovalute abusivi'],
    ['nl', 'De Nederlandsche Bank waarschuwt voor een beurs zonder registratie'],
    ['pl', 'KNF ostrzega przed giełdą kryptowalut działającą bez zezwolenia'],
    ['tr', 'SPK lisanssız kripto borsalarına erişim engeli getirdi'],
    ['id', 'Bappebti memblokir bursa kripto yang tidak berizin di Indonesia'],
    ['vi', 'Ngân hàng Nhà nước cảnh báo sàn giao dịch tiền mã hóa không phép'],
    ['ru', 'Роскомнадзор заблокировал сайт криптобиржи по решению суда'],
    ['uk', 'НБУ заборонив купівлю криптовалют за гривню для українців'],
    ['ar', 'البنك المركزي يحظر التعامل مع منصات العملات المشفرة'],
    ['fa', 'بانک مرکزی درگاه‌های پرداخت صرافی‌های رمزارز را بست'],
    ['hi', 'सरकार ने विदेशी क्रिप्टो एक्सचेंजों की वेबसाइट ब्लॉक की'],
    ['th', 'ก.ล.ต. สั่งปิดกั้นแพลตฟอร์ม Bybit ที่ไม่ได้รับอนุญาต'],
    ['ko', '금융위, 미신고 해외 거래소 Bitget 접속 차단'],
    ['ja', '金融庁、無登録の暗号資産交換業者 Bybit に警告'],
    ['ja', '仮想通貨3社に行政処分 金融庁発表'],
    ['zh', '央行等十部门：境外虚拟货币交易所向境内居民提供服务属非法'],
    ['zh-Hant', '金管會：未登記虛擬資產業者不得營業 最重關兩年'],
  ])('hears %s', (language, headline) => {
    expect(detectLanguage(headline)).toBe(language);
  });

  test('is not led astray by brands in Latin letters', () => {
    expect(detectLanguage('Binance, Bybit и OKX: блокировка')).toBe('ru');
  });

  test('follows the feed where the words leave it open', () => {
    expect(detectLanguage('Binance: KYC', 'de')).toBe('de');
    expect(detectLanguage('Binance: KYC')).toBe('en');
  });

  test('does not follow the feed against the words', () => {
    expect(detectLanguage('The regulator has warned that the exchange is not licensed', 'ko')).toBe('en');
  });

  test.each(['', '12,000 $', '!!!'])('cannot tell %p', (text) => {
    expect(detectLanguage(text)).toBe('und');
  });
});
