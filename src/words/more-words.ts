import type { Kind } from '../domain/taxonomy.ts';
import type { Verbs } from './verbs-of-authorities.ts';
import { LEAVES } from './verbs-of-leaving.ts';

/** Takes apps out of a store. */
const REMOVES_APPS: Verbs = {
  en: /(?:remov(?:e|es|ed|al)|delet(?:e|es|ed)|pull(?:s|ed)?|take[sn]? down) .{0,40}(?<!\p{L})apps?(?!\p{L})|(?<!\p{L})apps? (?:removal|removed|pulled|deleted)/u,
  zh: /下架.{0,14}(?:[应應]用|app)|(?:[应應]用|app).{0,14}(?:下架|[删刪]除|移除)/u,
  ja: /アプリ.{0,12}(?:削除|排除|配信停止|停止)/u,
  ko: /앱.{0,8}(?:차단|삭제|퇴출)/u,
  es: /(?:retir|elimin|bloque)\p{L}{1,4} .{0,20}(?:apps?|aplicacion\p{L}{0,2})(?!\p{L})/u,
  pt: /(?:remo[vç]|retir|exclu|bloque)\p{L}{1,4} .{0,20}(?:apps?|aplicativos?)(?!\p{L})/u,
  fr: /(?:retir|supprim)\p{L}{1,4} .{0,20}appli/u,
  de: /(?:entfern|lösch)\p{L}{1,4} .{0,20}apps?(?!\p{L})|(?<!\p{L})apps? .{0,30}(?:entfern|lösch)/u,
  it: /(?:rimuov|rimoss|elimin)\p{L}{1,4} .{0,20}(?:app|applicazioni)(?!\p{L})/u,
  nl: /(?:verwijder|haalt)\p{L}{0,3} .{0,20}apps?(?!\p{L})/u,
  pl: /(?:usuwa|usunął|usunęł)\p{L}{0,3} .{0,20}aplikacj/u,
  ru: /удал\p{L}{1,5} .{0,20}приложени/u,
  uk: /видал\p{L}{1,5} .{0,20}застосун/u,
  tr: /uygulama.{0,20}(?:kaldır|sil(?:di|indi))/u,
  ar: /(?:إزالة|حذف|تزيل|تحذف|أزالت|حذفت) .{0,15}تطبيق/u,
  fa: /(?:حذف|مسدود).{0,15}(?:برنامه|اپلیکیشن)|(?:برنامه|اپلیکیشن).{0,25}حذف/u,
  hi: /(?:ऐप|एप).{0,25}हट|हट.{0,40}(?:ऐप|एप)/u,
  id: /(?:hapus|menghapus|cabut) .{0,15}aplikasi/u,
  th: /(?:ลบ|ถอด).{0,15}แอป/u,
  vi: /(?:gỡ|xóa).{0,15}ứng dụng/u,
};

const BLOCKS_ACCESS: Verbs = {
  ar: /(?:تحظر|يحظر|حظرت|حظر|تمنع|منع) (?:ال)?وصول/u,
  hi: /(?:उपयोग|इस्तेमाल) करने से रोक/u,
  id: /blokir (?:akses|situs|web)/u,
};

const BLOCKS_ON_NETWORKS: Verbs = {
  en: /block\p{L}{0,3} .{0,20}(?:social media|channels)/u,
  id: /blokir (?:medsos|media sosial|akun|kanal)/u,
  es: /bloque\p{L}{1,4} .{0,16}(?:redes sociales|canales)/u,
  pt: /bloque\p{L}{1,4} .{0,16}(?:redes sociais|canais)/u,
  tr: /sosyal medya.{0,20}engel/u,
  ru: /блокир\p{L}{2,5} .{0,16}(?:соцсет|каналы)/u,
  vi: /chặn .{0,12}mạng xã hội/u,
  th: /(?:ปิดกั้น|บล็อก).{0,12}โซเชียล/u,
  hi: /सोशल मीडिया.{0,20}ब्लॉक/u,
};

/** Tells banks to have no more to do with exchanges: to shut their accounts. */
const CUTS_OFF: Verbs = {
  ko: /계좌.{0,10}(?:닫으라|닫도록|폐쇄 ?(?:지시|명령)|해지 ?(?:지시|명령))/u,
  en: /(?:close|shut) (?:all )?(?:\p{L}{1,15} ){0,3}accounts/u,
  zh: /[关關][闭閉].{0,14}(?:[账賬帳][户戶號号])/u,
  ja: /口座.{0,8}(?:閉鎖|解約).{0,4}(?:命|指示)/u,
  es: /cerrar (?:las |sus )?cuentas/u,
  pt: /(?:fechar|encerrar) (?:as )?contas/u,
  fr: /fermer (?:les )?comptes/u,
  de: /konten (?:zu )?schließen/u,
  it: /chiudere (?:i )?conti/u,
  ru: /закрыть (?:все )?(?:счета|счёта)/u,
  tr: /hesapları(?:nı|nın)? kapat/u,
  ar: /إغلاق (?:جميع )?حسابات/u,
  id: /menutup (?:semua )?rekening/u,
  vi: /đóng (?:các )?tài khoản/u,
  th: /ปิดบัญชี/u,
};

/**
 * Words of titles that bear out a kind once it was read: alone they may tell of anything, so that they are no cues by
 * which a kind is read.
 */
export const MORE_WORDS: Partial<Readonly<Record<Kind, readonly Verbs[]>>> = {
  'market-exit': [LEAVES],
  'access-block': [REMOVES_APPS, BLOCKS_ACCESS],
  'social-block': [BLOCKS_ON_NETWORKS],
  'bank-cutoff': [CUTS_OFF],
};
