/** "A country of Europe", whichever it is: the continent is not where it happens. */
const UNNAMED: readonly RegExp[] = [
  /(?<!\p{L})(?:an?|one|another|this|some|several) (?:\p{L}{1,12} )?(?:european|eu|asian|african|latin american) (?:countr|nation|state|bank)/u,
  /(?<!\p{L})(?:an?|one|this|another) (?:country|nation|state|bank) (?:in|of) (?:europe|asia|africa|the eu)/u,
  /(?<!\p{L})(?:un|este|otro|algún) país (?:de |en )?(?:la )?(?:europ|asi[aá]|áfrica|african|ue(?!\p{L}))/u,
  /(?<!\p{L})(?:um|este|outro) país (?:d[ao] |na |de )?(?:europ|ási|áfrica|african|ue(?!\p{L}))/u,
  /(?<!\p{L})(?:un|ce|cet) (?:autre )?(?:pays|état) (?:d['’]|de l['’]|de )?(?:europ|asi|afri|ue(?!\p{L}))/u,
  /(?<!\p{L})(?:ein|dieses|eines) (?:europäische[ns]?|asiatische[ns]?|afrikanische[ns]?|eu-) ?(?:land|staat)/u,
  /(?<!\p{L})(?:un|questo) (?:paese|stato) (?:europeo|asiatico|africano|dell['’]ue)/u,
  /(?<!\p{L})een (?:europees|aziatisch|afrikaans|eu-) ?land/u,
  /(?:欧洲|歐洲|亚洲|亞洲|非洲|欧盟|歐盟)(?:某|一|这个|這個|其中一)(?:个|個)?(?:国|國)/u,
  /(?:欧州|アジア|アフリカ|eu)の(?:ある|一)国/u,
  /(?:유럽|아시아|아프리카)(?:의)? (?:한|어느) 나라/u,
  /(?:одн(?:а|ой|у) (?:из )?|эт(?:а|ой) )(?:европейск|азиатск|африканск|стран(?:а|ы|е)? (?:европы|ес|азии|африки))/u,
  /bir (?:avrupa|asya|afrika) ülkesi/u,
  /(?:دولة|بلد) (?:أوروبي|آسيوي|أفريقي)/u,
];

/** True of a line, in lower case, that tells of one country of a continent without its name. */
export const tellsOfUnnamedCountry = (line: string): boolean => UNNAMED.some((words) => words.test(line));
