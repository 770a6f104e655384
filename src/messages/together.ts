import type { IssueCode } from "../base/issue.ts"
import type { Lang } from "../base/lang.ts"
import type { Message } from "./message.ts"

/** What many findings of one code say together, where the place of each adds nothing. */
export const together: Partial<Record<IssueCode, (count: number) => Readonly<Record<Lang, Message>>>> = {
    // Before the first `import` there are as many as there are files.
    "evidence.file.not-imported": (count) => ({
        "zh-CN": { message: `有 ${String(count)} 个文件还没有登记：先运行 lerpack import` },
        en: { message: `${String(count)} files are not recorded yet: run lerpack import first` },
    }),
}
