/**
 * Comments behind the fields of forms that `init` once wrote, 0.1 and after it: nobody typed them. Newer forms have none,
 * so nothing is added here.
 */
const SHIPPED: readonly string[] = [
    "材料制作时间；每次重新生成前请更新",
    "事项名称，不填则自动拟写",
    "reporter 报案人；accuser 控告人",
    "只给公安机关",
    "交易所名称，与上面的 recipient 一致",
    "unauthorised-trading 交易；-transfer 划转；-withdrawal 提币；account-takeover 账户被接管",
    "没有就写“无”",
    "active 仍有效；deleted 已删除；disabled 已停用；none 未使用；unknown 不清楚",
    "yes；no；unknown",
    "status: fact 有记录；claim 本人陈述；disputed 各方说法不一",
    "unauthorised-trading 交易；unauthorised-transfer 划转；unauthorised-withdrawal 提币；account-takeover 账户被接管",
    "只写数字和小数点，不写逗号",
    "办理时间；每一步办理前请更新",
    "渠道，必填：existing-account 上级或网安、反诈部门已注册的账号（建议先问）；portal 门户；email 邮件",
    "不填则沿用材料编号",
    "第二步填写：盖章公函末尾的“附件核对码”",
    "第二步填写：盖章公函末尾的“公函核对码”",
    "与证件正面一致，如 ××市公安局××分局",
    "派出所或部门",
    "单位通信地址",
    "单位官网，收件方据此核验",
    "官网公布的总机",
    "警号，收件方要求时填写；照抄，开头的 0 不能省",
    "单位邮箱；QQ、163 等可能不予受理",
    "办公电话，座机优先，+86 开头，勿填私人手机",
    "landline 座机；mobile 手机",
    "案件编号",
    "受案回执编号",
    "受案回执日期，如 2023-03-23",
    "立案决定书文号（如有）",
    "立案日期（如有）",
    "法律文书；扫描件用 --legal 提供",
    "批准人（调取：办案部门负责人；涉及财产的：县级以上公安机关负责人）",
    "法制部门意见（如有）",
    "县级以上公安机关负责人；冻结、查询财产时填写",
    "渠道核实：何人、何日、如何核实；不填则证件图像不会生成",
    "邮箱认可：何人、何日、何种方式得到收件方认可；不是 gov.cn 邮箱的须填",
    "收件方拒收加了“仅供核验”字样的证件图像时才填：由谁批准不加、理由；拍摄信息照样清除",
    "已核实的相似地址：程序提示与收件方地址很像、经核实无误的",
    "disclosure 调取",
    "数据期间；不填则从首笔到末笔涉案操作，取整到小时",
    "对外截图，最多十张；只能从报案人标明可对外的里面选，说明用英文",
    "本次请求未采用的事实：照抄订单号、交易哈希、IP 地址，或证据编号 E004",
]

const KNOWN = new Set(SHIPPED)
/** This one named a command, which was printed in more than one way. */
const WITH_COMMAND = /^向谁调取：binance-cn 币安、okx 欧易、kucoin 库币、mexc 抹茶；全部见 .{0,40} recipients$/

/** Whether a comment, without its `#` and blanks around it, is one of ours. */
export function isShippedComment(comment: string): boolean {
    return KNOWN.has(comment) || WITH_COMMAND.test(comment)
}
