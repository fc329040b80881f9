// Source text → the same text with comments and the insides of strings as spaces, every other character at its place. So a word found in the result is
// code, and what stands between two quotes can be read at the same offsets of the original.

const spaces = (text) => text.replace(/[^\n]/g, ' ')
const inside = (text) => text[0] + spaces(text.slice(1, -1)) + text.at(-1)

const cppToken =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^(\s]*)\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\b\d(?:'?[\w.])*/g

/** C++. Numbers are tokens so that the ' in 1'000 opens nothing. */
export function blankCpp(source) {
  return source.replace(cppToken, (token) => {
    if (token.startsWith('/')) return spaces(token)
    return /^\d/.test(token) ? token : inside(token)
  })
}

const tsToken =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[`{}]|[\w$]+|\s+|[\s\S]/gy
const templateText = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*/y

// A slash after one of these begins a regular expression; after anything else it divides.
const beforeRegex = /^([([{,;:=!&|?+\-*%<>~^}]|return|typeof|case|in|of|do|else|void|delete|yield|await|throw)?$/

function nextToken(source, offset, previous) {
  tsToken.lastIndex = offset
  const [token] = tsToken.exec(source)
  const divides = token.length > 1 && /^\/[^/*]/.test(token) && !beforeRegex.test(previous)
  return divides ? '/' : token
}

const isComment = (token) => token.startsWith('//') || token.startsWith('/*')
const isQuoted = (token) => token.length > 1 && /^['"/]/.test(token)

/** TypeScript. `braces` holds, for each template literal that the code is inside of, how many braces are open since its ${. */
export function blankTs(source) {
  const braces = []
  let blanked = ''
  let previous = ''
  const skipTemplateText = () => {
    templateText.lastIndex = blanked.length
    blanked += spaces(templateText.exec(source)[0])
    const isCode = source.startsWith('${', blanked.length)
    if (isCode) braces.push(0)
    blanked += source.slice(blanked.length, blanked.length + (isCode ? 2 : 1))
    previous = isCode ? '{' : '`'
  }
  while (blanked.length < source.length) {
    const token = nextToken(source, blanked.length, previous)
    const closesCode = token === '}' && braces.at(-1) === 0
    if (closesCode) braces.pop()
    else if (token === '{' && braces.length > 0) braces[braces.length - 1] += 1
    else if (token === '}' && braces.length > 0) braces[braces.length - 1] -= 1
    blanked += isComment(token) ? spaces(token) : isQuoted(token) ? inside(token) : token
    if (!isComment(token) && token.trim() !== '') previous = token
    if (token === '`' || closesCode) skipTemplateText()
  }
  return blanked
}
