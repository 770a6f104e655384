import type { Lang } from "../../../base/lang.ts"
import { lang } from "../state.ts"

/** Commands that findings name, as what is pressed in the page instead. */

const PLACES: Readonly<Record<Lang, readonly (readonly [RegExp, string])[]>> = {
    "zh-CN": [
        [/(?:再次?|请|先)?运行\s*lerpack import/g, "在“证据”一页点“登记文件”"],
        [/lerpack import/g, "“证据”一页的“登记文件”"],
        [/(?:请)?(?:用|运行)?\s*lerpack init --officer/g, "在“办案民警”一页点“下载空白表”"],
        [/(?:请)?(?:用|运行)?\s*lerpack init/g, "在“报案人”一页点“新建”"],
        [/(?:请)?(?:用|运行)?\s*lerpack keygen/g, "在“签名密钥”一页点“生成密钥”"],
        [/(?:请)?(?:用|运行)?\s*lerpack verify/g, "在“核对材料”一页"],
        [/(?:请)?(?:用|运行)?\s*lerpack recipients/g, "看“向哪个交易所调取”的选项"],
    ],
    en: [
        [/(?:run )?lerpack import/g, "press “Register files” on the page Evidence"],
        [/(?:run )?lerpack init --officer/g, "press “Blank form” on the officer's page"],
        [/(?:run )?lerpack init/g, "press “New” on the first page of the victim"],
        [/(?:run )?lerpack keygen/g, "press “Make a key” on the page Signing key"],
        [/(?:run )?lerpack verify/g, "the page Check a packet"],
        [/(?:run )?lerpack recipients/g, "the choice “Exchange to be asked”"],
    ],
}

/** A hint with its commands as what the page has for them. */
export function asShown(text: string): string {
    return PLACES[lang.value].reduce((shown, [command, place]) => shown.replace(command, place), text)
}
