/**
 * Sentences that do the reporter no good in a file of the police: guesses about who it was, plans of one's own, conclusions
 * that only an investigation can draw. They are asked about and left out unless the reporter wants them in.
 */

/** Why a sentence is asked about. */
export type PoliceEditionReason = "guess" | "plan" | "conclusion"

export const PATTERNS: readonly {
    readonly reason: PoliceEditionReason
    readonly pattern: RegExp
    /** Phrases that look alike and are fine; taken out before the pattern is tried. */
    readonly not?: RegExp
}[] = [
    {
        reason: "guess",
        pattern:
            /(?:黑客|对方|嫌疑人|作案人|操作人|攻击者)[^。；]{0,8}(?:就是|肯定是|应该是|一定是|是|为|系)[^。；]{0,6}(?:中国人|华人|国人|大陆人|内地人|外国人|韩国人|日本人|俄罗斯人)/,
        not: /(?:不清楚|不知道|无法判断|是否|是不是)[^。；]{0,12}(?:中国人|华人|国人|大陆人|内地人|外国人)/g,
    },
    { reason: "guess", pattern: /谐音|(?:数字|号码|金额|尾数|数量)[^。；]{0,10}(?:寓意|暗示|暗号|含义是)/ },
    {
        reason: "plan",
        pattern:
            /12389|虚拟(?:手机)?号(?!段)|(?:下一步|接下来|今后)[^。；]{0,6}(?:计划|打算|准备)[^。；]{0,20}(?:投诉|举报|曝光|信访|起诉)/,
        not: /对方[^。；]{0,10}虚拟(?:手机)?号|虚拟(?:手机)?号[^。；]{0,6}(?:打来|来电|发来|联系)/g,
    },
    {
        reason: "conclusion",
        pattern:
            /排除(?:了)?[^。；]{0,14}(?:可能|攻击|误触|误操作|因素|原因|嫌疑)|(?:可以|足以|可|能够)(?:断定|认定)|(?:必然|毫无疑问|铁证|百分之百)[^。；]{0,4}(?:是|为)/,
        not: /(?:不|未|没有|无法|不能|尚未|能否|请|协助|是否)[^。；，]{0,6}排除|(?:请|由)[^。；]{0,10}认定/g,
    },
]
