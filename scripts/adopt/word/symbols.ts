// Fonts of signs draw a picture where the file has a letter. What their signs are in Unicode, as far as texts use them.

const WINGDINGS: Readonly<Record<number, string>> = {
  33: '✏',
  34: '✂',
  35: '✁',
  40: '☎',
  41: '✆',
  42: '✉',
  43: '✉',
  54: '⌛',
  63: '✍',
  65: '✌',
  67: '👍',
  68: '👎',
  69: '☜',
  70: '☞',
  71: '☝',
  72: '☟',
  74: '☺',
  75: '😐',
  76: '☹',
  78: '☠',
  81: '✈',
  82: '☼',
  84: '❄',
  88: '✠',
  89: '✡',
  90: '☪',
  91: '☯',
  93: '☸',
  94: '♈',
  95: '♉',
  96: '♊',
  97: '♋',
  98: '♌',
  99: '♍',
  100: '♎',
  101: '♏',
  102: '♐',
  103: '♑',
  104: '♒',
  105: '♓',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  120: '⌧',
  122: '⌘',
  159: '•',
  160: '▪',
  161: '○',
  167: '▪',
  168: '☐',
  170: '✦',
  171: '★',
  172: '✶',
  173: '✴',
  174: '✹',
  175: '✵',
  178: '✧',
  216: '➢',
  220: '➲',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  227: '↖',
  228: '↗',
  229: '↙',
  230: '↘',
  232: '➔',
  239: '⇦',
  240: '⇨',
  241: '⇧',
  242: '⇩',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '•',
  162: '■',
  163: '☐',
  174: '◆',
  178: '◇',
}
const WINGDINGS_3: Readonly<Record<number, string>> = {
  95: '←',
  96: '→',
  97: '↑',
  98: '↓',
  112: '▲',
  113: '▼',
  116: '◀',
  117: '▶',
  125: '▶',
}
const WEBDINGS: Readonly<Record<number, string>> = { 97: '✔', 99: '☐', 103: '■', 114: '✘', 110: '●' }

const GREEK_UPPER = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const GREEK_LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const SYMBOL: Readonly<Record<number, string>> = {
  34: '∀',
  36: '∃',
  39: '∋',
  42: '∗',
  45: '−',
  64: '≅',
  92: '∴',
  94: '⊥',
  126: '∼',
  160: '€',
  161: 'ϒ',
  162: '′',
  163: '≤',
  164: '⁄',
  165: '∞',
  166: 'ƒ',
  167: '♣',
  168: '♦',
  169: '♥',
  170: '♠',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  197: '⊕',
  198: '∅',
  199: '∩',
  200: '∪',
  201: '⊃',
  202: '⊇',
  204: '⊂',
  205: '⊆',
  206: '∈',
  207: '∉',
  208: '∠',
  209: '∇',
  210: '®',
  211: '©',
  212: '™',
  213: '∏',
  214: '√',
  215: '⋅',
  216: '¬',
  217: '∧',
  218: '∨',
  219: '⇔',
  220: '⇐',
  221: '⇑',
  222: '⇒',
  223: '⇓',
  229: '∑',
  242: '∫',
}

/** `F0FC` of Wingdings → ✓. Undefined where nobody knows. */
export function signOf(font: string, code: number): string | undefined {
  const byte = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  switch (font.toLowerCase().replaceAll(' ', '')) {
    case 'symbol':
      return SYMBOL[byte] ?? greek(byte) ?? plain(byte)
    case 'wingdings':
      return WINGDINGS[byte] ?? circled(byte)
    case 'wingdings2':
      return WINGDINGS_2[byte]
    case 'wingdings3':
      return WINGDINGS_3[byte]
    case 'webdings':
      return WEBDINGS[byte]
    default:
      return code === byte && code > 0x1f ? String.fromCodePoint(code) : undefined
  }
}

const greek = (byte: number): string | undefined =>
  byte >= 0x41 && byte <= 0x5a
    ? GREEK_UPPER[byte - 0x41]
    : byte >= 0x61 && byte <= 0x7a
      ? GREEK_LOWER[byte - 0x61]
      : undefined

const plain = (byte: number): string | undefined =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : undefined

/** ① … ⑩ and ❶ … ❿. */
const circled = (byte: number): string | undefined =>
  byte >= 0x81 && byte <= 0x8a
    ? String.fromCodePoint(0x2460 + byte - 0x81)
    : byte >= 0x8c && byte <= 0x95
      ? String.fromCodePoint(0x2776 + byte - 0x8c)
      : undefined
