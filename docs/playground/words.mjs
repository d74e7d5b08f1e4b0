// What the page says, in both languages, the names of the schemes, and the samples it starts with.
const WORDS = {
  en: {
    skip: 'To the text', lead: 'Type Korean and see how each scheme writes it, and why. What you type stays on this page: it asks for nothing from the network.',
    letters: 'Letters and reasons', korean: 'Korean text', kind: 'It is', 'kind-auto': 'running text', 'kind-person': 'a person’s name',
    'kind-place': 'a place name', 'kind-word': 'words', scheme: 'Scheme', written: 'Written', reason: 'Reason',
    keys: 'Tab goes from row to row; ← → from letter to letter, ↑ ↓ from scheme to scheme; the reason stands below.',
    names: 'Spellings of a name', name: 'Name', 'name-kind': 'it is', spelling: 'Spelling', share: 'How likely', because: 'By',
    pair: 'Names in two texts', 'pair-ko': 'Korean', 'pair-en': 'English', number: 'No.', type: 'Type', score: 'Score',
    'pair-help': 'Paste a Korean text and its English version. Texts of as many lines are read line by line, others sentence by sentence.',
    'side-ko': 'Korean text, names marked', 'side-en': 'English text, names marked',
    tidy: 'Normalization', raw: 'Text as it came', form: 'Form', tidied: 'Normalized', notice: 'Licences and sources',
    loading: 'Loading …', ready: '', long: (most) => `Too long for this page: at most ${most} characters.`,
    failed: (what) => `The core could not be started: ${what}`, restarted: 'The core stopped and was started again.',
    hint: 'Point at a letter, or go to it with the keys.', plain: 'written letter by letter', linked: (ko, en) => `${ko} = ${en}`, alone: (ko) => `${ko}: no English form was found`,
    PER: 'person', LOC: 'place', ORG: 'organization', OTHER: 'other',
    dictionary: 'dictionary', spelling_: 'spelling', adjective: 'adjective', metonym: 'capital for country', surname: 'surname and title',
    part: 'part of the name', same: 'same letters', together: 'often together', translated: 'word by word', none: 'not found',
  },
  ko: {
    skip: '본문으로', lead: '한국어를 입력하면 표기법마다 어떻게 적는지, 왜 그렇게 적는지 보여 줍니다. 입력한 글은 이 페이지를 떠나지 않으며 네트워크에 아무것도 요청하지 않습니다.',
    letters: '글자와 까닭', korean: '한국어 글', kind: '종류', 'kind-auto': '이어진 글', 'kind-person': '사람 이름', 'kind-place': '땅 이름', 'kind-word': '낱말',
    scheme: '표기법', written: '적은 것', reason: '까닭',
    keys: '탭 키는 줄에서 줄로, ← →는 글자에서 글자로, ↑ ↓는 표기법에서 표기법으로 옮깁니다. 까닭은 아래에 나옵니다.',
    names: '이름 적기', name: '이름', 'name-kind': '종류', spelling: '적는 법', share: '가능성', because: '근거',
    pair: '두 글 속의 이름', 'pair-ko': '한국어', 'pair-en': '영어', number: '번호', type: '갈래', score: '점수',
    'pair-help': '한국어 글과 그 영어 번역을 붙여 넣으세요. 줄 수가 같으면 줄끼리, 다르면 문장끼리 맞춥니다.',
    'side-ko': '이름을 표시한 한국어 글', 'side-en': '이름을 표시한 영어 글',
    tidy: '정규화', raw: '받은 글', form: '형식', tidied: '고른 글', notice: '사용 허락과 출처',
    loading: '불러오는 중 …', ready: '', long: (most) => `이 페이지에는 너무 깁니다. ${most}자까지 됩니다.`,
    failed: (what) => `시작하지 못했습니다: ${what}`, restarted: '멈추어서 다시 시작했습니다.',
    hint: '글자를 가리키거나 키로 옮겨 가세요.', plain: '글자대로', linked: (ko, en) => `${ko} = ${en}`, alone: (ko) => `${ko}: 영어 표기를 찾지 못함`,
    PER: '사람', LOC: '땅', ORG: '단체', OTHER: '기타',
    dictionary: '사전', spelling_: '철자', adjective: '형용사', metonym: '나라 대신 수도', surname: '성과 직함',
    part: '이름의 일부', same: '같은 글자', together: '자주 함께 나옴', translated: '낱말대로', none: '찾지 못함',
  },
};

// id: English name, Korean name, language of what is written.
const SCHEMES = {
  hangul: ['As it is read', '읽는 대로', 'ko'],
  rr: ['Revised Romanization', '국어의 로마자 표기법', 'ko-Latn'],
  'rr-letter': ['Revised Romanization, by letter', '로마자 표기법 전자', 'ko-Latn'],
  mr: ['McCune-Reischauer', '매큔-라이샤워', 'ko-Latn'],
  'ala-lc': ['ALA-LC (libraries)', '미국 의회도서관', 'ko-Latn'],
  'bgn-dprk': ['BGN/PCGN', 'BGN/PCGN (북쪽 땅 이름)', 'ko-Latn'],
  ic: ['IC (personal names)', 'IC (사람 이름)', 'ko-Latn'],
  dprk: ['DPRK, 2012', '북쪽 표기법, 2012', 'ko-Latn'],
  'dprk-2002': ['DPRK, 2002', '북쪽 표기법, 2002', 'ko-Latn'],
  yale: ['Yale', '예일', 'ko-Latn'],
  'iso11941-1': ['ISO/TR 11941, method I', 'ISO/TR 11941 제1안', 'ko-Latn'],
  'iso11941-2': ['ISO/TR 11941, method II', 'ISO/TR 11941 제2안', 'ko-Latn'],
  ipa: ['International Phonetic Alphabet', '국제 음성 기호', 'ko-fonipa'],
  kontsevich: ['Kontsevich (Cyrillic)', '콘체비치 (키릴 문자)', 'ko-Cyrl'],
  respell: ['As English readers say it', '영어 독자를 위한 발음', 'en'],
};

const SAMPLES = {
  korean: '독립문에서 만난 조명균 장관',
  name: '조명균',
  ko: '조명균 장관과 리선권 위원장은 개성에서 만났다.\n문 대통령은 판문점에서 도널드 트럼프를 만났다.',
  en: 'Minister Cho Myoung-gyon and Chairman Ri Son-gwon met in Kaesong.\nPresident Moon met Donald Trump in Panmunjom.',
  raw: 'ㅎㅏㄴ글  ＡＢＣ “가”',
};

let language = 'en';

// The text of a key in the language of the page.
function say(key, ...values) {
  const word = WORDS[language][key] ?? WORDS.en[key] ?? key;
  return typeof word === 'function' ? word(...values) : word;
}

function schemeName(id) {
  return SCHEMES[id]?.[language === 'ko' ? 1 : 0] ?? id;
}

function setLanguage(to) {
  language = to === 'ko' ? 'ko' : 'en';
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = say(node.dataset.t);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', say(node.dataset.label));
  for (const button of document.querySelectorAll('#languages button')) button.setAttribute('aria-pressed', String(button.value === language));
}

export { SCHEMES, SAMPLES, say, schemeName, setLanguage };
