import { execFileSync } from "node:child_process"
import { expect, test } from "vitest"
import { shellWord } from "../../src/node/cli/texts.ts"

/** What is printed to be typed reads as it was, whatever signs are in it. */

const WORDS = [
    "out/交民警",
    "我的 案件",
    "it's",
    "$HOME and `id`",
    'a "b" c',
    "back\\slash",
    "over!",
    "'\"'",
    "",
    "李四（经办）",
    "a&b;c",
]

test.skipIf(process.platform === "win32").each(WORDS)("a shell reads %s as it is", (word) => {
    expect(execFileSync("sh", ["-c", `printf %s ${shellWord(word, false)}`], { encoding: "utf8" })).toBe(word)
})

test.each([
    ["D:\\案件\\甲", "D:\\案件\\甲"],
    ["D:\\我的 案件\\", '"D:\\我的 案件\\\\"'],
    ['a "b" c', '"a \\"b\\" c"'],
    ["it's", `"it's"`],
])("cmd: %s is typed as %s", (word, typed) => {
    expect(shellWord(word, true)).toBe(typed)
})
