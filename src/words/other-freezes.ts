import { baseLanguage } from '../domain/base-language.ts';
import { nameStands } from './name-stands.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';
import { FREEZES_ASSETS } from './verbs-of-police.ts';

const NEVER = /(?!)/;

/** What an exchange owns is no account of its customers. */
const ASSETS = /\bassets?\b|存款|預金|资产|資產|자산|資産|актив[аоыы]|\bactivos\b|\bativos\b|varlık|أصول/iu;
const ACCOUNTS =
  /account|wallet|address|users?\b|customers?\b|账户|帐户|帳戶|账号|帳號|钱包|錢包|用户|用戶|계좌|계정|이용자|口座|アカウント|счет|счёт|аккаунт|кошел|cuenta|conta|usuari|hesap|حساب/iu;

const freezesAssets: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'account-freeze' && ASSETS.test(source.title) && !ACCOUNTS.test(openingOf(source));

/** "The bank has frozen FTX's deposits": what an exchange keeps elsewhere. */
const freezesItsMoney: Spoil = (source, { exchanges: ids, measures: [{ kind }] }, { exchanges }) => {
  if (kind !== 'account-freeze' || ACCOUNTS.test(openingOf(source))) return false;
  const line = source.title.toLowerCase();
  const at = line.search(FREEZES_ASSETS[baseLanguage(source.language)] ?? NEVER);
  const [stand] = nameStands(
    line,
    exchanges.filter(({ id }) => ids.includes(id)),
  );
  return at >= 0 && stand !== undefined && stand.start > at;
};

/** Accounts with banks are no accounts with exchanges; whose they are the sentence of the kind would not tell. */
const BANK_ACCOUNTS =
  /bank accounts|cuentas bancarias|contas bancárias|comptes bancaires|bankkonten|conti (?:bancari|correnti)|bankrekeningen|银行(?:账户|帐户|账号)|銀行(?:帳戶|戶口|口座)|은행 ?계좌|банковск\p{L}{2,3} счет|банківськ\p{L}{1,3} рахунк|banka hesap|حسابات (?:ال)?(?:مصرفية|بنكية)|rekening bank|tài khoản ngân hàng|บัญชีธนาคาร|बैंक खात/iu;

const freezesAtBanks: Spoil = (source, { exchanges, measures: [{ kind }] }) =>
  kind === 'account-freeze' && exchanges.length === 0 && BANK_ACCOUNTS.test(openingOf(source));

/** What is frozen elsewhere than in the accounts that customers have with an exchange. */
export const OTHER_FREEZES: readonly Spoil[] = [freezesAssets, freezesItsMoney, freezesAtBanks];
