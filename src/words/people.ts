/** Those who use an exchange, in the languages that we read often. */
export const PEOPLE =
  /\b(?:residents?|citizens?|nationals?|users?|customers?|clients?|investors?|traders?|accounts?|addresses)\b|ans\b|usuari|cliente|residente|ciudadan|cidad[aã]|inverso|investidor|utilisateur|résident|nutzer|kunde|bürger|anleger|пользовател|клиент|гражда|резидент|житель|жител|用户|用戶|客户|客戶|居民|公民|投资者|投資者|ユーザー|利用者|顧客|居住|투자자|이용자|고객|거주|국민|kullanıcı|müşteri|vatandaş|yatırımcı|مستخدم|عملا|مواطن|مقيم|người dùng|khách|ผู้ใช้|ลูกค้า|คนไทย|pengguna|nasabah|użytkownik|klient|utent/iu;
