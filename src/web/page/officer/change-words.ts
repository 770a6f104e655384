import type { Words } from "../../../base/lang.ts"
import { pair } from "../state.ts"

/** What is said where something takes the place of something else: another case, another form, another answer. */

export const OTHER_CASE = (before: string, now: string): Words =>
    pair(
        `这是另一个案件（${now}）。打开它，${before} 没有保存的内容会丢失。要打开吗？`,
        `This is another case (${now}). Opening it loses what is not saved of ${before}. Open it?`,
    )
export const OTHER_PACKET = (name: string): Words =>
    pair(
        `刚才生成的文件还没有保存，打开“${name}”以后就没有了。要打开吗？`,
        `What was made is saved nowhere and will be gone once “${name}” is open. Open it?`,
    )
export const OTHER_FORM = (name: string): Words =>
    pair(
        `页面里填写的内容还没有保存。打开“${name}”，会换成这个文件里的内容。要换吗？`,
        `What was filled in on the page is not saved. Opening “${name}” puts what is in that file in its place. Go on?`,
    )
export const LEFT_OF_OTHER = (before: string): Words =>
    pair(
        `先前办理的是 ${before}：它的填写内容、照片、扫描件和第一步的文件已经从页面里清除，以免混入这个案件；单位和民警的信息还在。`,
        `The case before was ${before}: its answers, photos, scans and the files of its first step were taken out of the page, so that nothing of them gets into this case; unit and officer are still there.`,
    )
export const OVERTAKEN = pair(
    "生成的时候，填写的内容或者文件又有改动：没有采用刚才生成的，请再做一次。",
    "Something was changed while it was being made: what was made is not shown. Do it once more.",
)

/** Where the packet was asked for. */
export const NO_PACKET = pair(
    "这里面没有材料包。材料包是一个 ZIP（DRAFT-….zip），原样打开，不要先解压；解压过的，用原来的 ZIP。",
    "There is no packet in it. A packet is one ZIP (DRAFT-….zip), opened as it is and not unpacked first; take the ZIP itself.",
)
