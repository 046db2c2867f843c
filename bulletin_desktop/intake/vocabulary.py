"""Word lists of the recogniser. Adding a word here is all it takes."""

from __future__ import annotations

from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Family names common enough to trust two or three characters with.
SURNAMES = frozenset(
    "丁万丛严乔于任伍位何余侯俞倪傅党兰关冉冯冷凌刘包华单卜卢卫史叶司向吕吴周唐喻夏姚姜娄孔孙孟季宁安"
    "宋宫尤尹屈岑岳崔左席常庄庞康廖张强彭徐成戚戴房文方施时易晏景曲曹曾朱李杜杨林柏查柯柳柴桂梁梅植樊"
    "欧武段殷毕毛江汤汪沈沿洪涂温游滕潘焦熊牛牟王甄甘田申白盛瞿石祁祝秦程窦章童简管米纪罗翁翟耿聂胡舒"
    "芦苏苗苟范莫萧葛董蒋蓝蔡薄薛袁裴褚覃解詹许谢谭谷费贺贾赖赵路车辛边邓邢邱邵邹郑郝郭金钟钱银闵阎阮"
    "阳陆陈陶隋雷霍靳韦韩项顾颜饶马高魏鲁鲍麦黄黎齐龙龚邬戚卞郦卓屠佟蔺仇晁臧茅闫荣敖巩匡艾邸阙鄢"
)

# Words that begin with a family name and stand where names stand.
NOT_NAMES = _words(
    """
方案 安排 计划 时间 时候 关于 文件 文化 文史 文明 文艺 成效 成果 成立 成员 万元 常委 党组 党建 党委 管理
华章 高度 强化 强调 单位 解读 解决 任务 向上 金融 安全 时评 时政 时事 路线 边境 包括 查处 简讯 简报 简介
纪要 纪律 游客 项目 项目组 常委会 关注 武装部 文化馆 文史委 党支部 党工委 石化 江河 江苏 林业 林业局
农业 水利 金秋 时光 文旅局 安监局 司法局 白皮书 高质量 易地 温馨 和谐 房地产 万里行 田间 龙头 马上 何时
任命 任免 边界 宁夏 梅花 兰花 盛会 盛况 景区 成长 程序 章程 常态化 包保 车间 强弱项 解民忧 纪委 纪检组
文联 关工委 安委会 安委办 党史 党课 武警 冷链 柏油 康养 石榴 席卷
"""
)

# What offices call the sections of their bulletins.
SECTIONS = _words(
    """
要闻 时政要闻 工作要闻 本期要闻 重要会议 会议活动 重要活动 工作动态 动态 政协动态 机关动态 基层动态
县区动态 部门动态 履职动态 委员动态 专委会工作 专委会动态 提案工作 履职风采 委员风采 委员之声 委员心声
委员论坛 委员天地 委员园地 委员之家 委员工作室 建言献策 建言资政 参政议政 民主监督 政治协商 专题协商
调查研究 调研报告 调研视察 视察调研 经验交流 交流借鉴 他山之石 学习借鉴 学习园地 理论学习 理论园地
社情民意 民意直通车 文史天地 文史资料 文化文史 文苑 艺苑 县区政协 区县政协 市县政协 县市区政协 基层政协
界别活动 界别风采 联谊交流 团结联谊 自身建设 机关建设 党建工作 机关党建 党风廉政 简讯 快讯 短讯 工作简讯
信息快递 信息快报 信息摘编 一句话新闻 一周要闻 一句话信息 图片新闻 通知公告 文件选登 重要文件 政策解读
政策法规 领导讲话 讲话选登 领导批示 领导论述 专题报道 特别报道 特稿 头条 卷首语 热点聚焦 热点关注
关注民生 民生关注 凝聚共识 双岗建功 乡村振兴 主题教育 学习贯彻 通报表扬 表彰 倡议 倡议书 专题 特载
大事记 工作研究 工作交流 工作部署 基层传真 基层之窗 基层实践 案例选编 典型案例 典型经验 问题建议 建议
意见建议 问题反映 舆情动态 督查通报 督查专报 本期关注 本期导读 社会建设 先进事迹 人物 人物风采 简明新闻
综合信息 综合新闻 各地动态 外地经验 市县传真 区县传真 县市传真
"""
)

# How the name of an office ends.
UNIT_ENDS = _words(
    """
办公室 委员会 政协 人大 政府 党委 党组 党工委 管委会 常委会 专委会 委 局 厅 处 科 室 院 校 学校 中学
小学 大学 中心 支部 总支 工会 协会 商会 学会 联合会 团委 妇联 工商联 联络组 活动组 界别组 领导小组
指挥部 工作组 工作队 公司 集团 街道 镇 乡 社区 村 站 所 队 办 社 部 联席会议 编辑部 促进会 民革 民盟
民建 民进 农工党 致公党 九三学社 台盟 法院 检察院 工作室 办事处 联盟 省委会 市委会 县委会 区委会
支社 课题组 调研组 编写组
"""
)

# Words that make a line say something, and so not merely name an office.
SAYING = _words(
    """
召开 举行 举办 开展 调研 督导 视察 考察 走访 慰问 赴 率队 莅临 启动 传达 学习 部署 推进 落实 做好 加强
强化 深入 参加 出席 走进 助力 获 关于 聚焦 坚持 围绕 服务 打造 构建 提升 发挥 接待 到访 为 让 用 把 的
"""
)

# What happens in a headline and hardly ever in a heading inside an article.
EVENTS = _words(
    """
召开 举行 举办 调研 督导 督查 视察 考察 走访 慰问 赴 率队 率团 带队 莅临 揭牌 签约 座谈 培训 会议 会见
传达 部署 来我 协商 启动 到访 看望 检查 宣讲 党课 竞赛 比赛 表彰 获评 荣获 喜获 入选 通过 开班 开幕 闭幕
开馆 上线 落户 成立 换届 当选
"""
)

# Who acts in a headline.
ENTITIES = _words(
    """
政协 市委 县委 区委 省委 市政府 县政府 区政府 人大 纪委 监委 政府 党组 机关 办公室 委员会 委员 局 街道
镇 乡 社区 村 专委会 联络组 支部 工商联 民革 民盟 民建 民进 农工党 致公党 九三学社 我市 我县 我区 全市
全县 全区 全省
"""
)

# How a bare heading inside an article likes to begin.
SUBHEAD_STARTS = _words(
    """
坚持 强化 聚焦 突出 夯实 创新 加强 健全 完善 抓实 抓好 抓牢 抓细 压实 优化 深化 推动 提升 着力 注重 围绕
立足 把好 做好 做实 做优 做强 建好 用好 严把 当好 搭建 筑牢 发挥 以 在 从 把 让 树牢 守牢 织密 拓宽 延伸
凝聚 激发 打造 建强 建立 构建 高位 精准 多方 多措 统筹 党建
"""
)

# The kinds of document that a title ends with.
DOCUMENTS = _words(
    """
通知 通报 通告 公告 倡议书 讲话 致辞 致词 发言 报告 汇报 意见 方案 办法 规定 细则 决定 决议 纪要 要点
总结 计划 规划 建议 请示 批复 函 公开信 贺信 感谢信 慰问信 名单 章程 条例 提案 主持词 开幕词 闭幕词 综述
大事记 预告 启事 声明 侧记 纪实 札记 启示 思考 随笔
"""
)

# Offices a person holds, written before the name.
OFFICES = _words(
    """
党组书记 党组成员 书记 副书记 主席 副主席 主任 副主任 委员 常委 局长 副局长 部长 副部长 市长 副市长 县长
副县长 区长 副区长 秘书长 副秘书长 会长 副会长 理事长 副理事长 院长 副院长 校长 副校长 镇长 乡长 科长
处长 干事 记者 通讯员 代表 教授 研究员 主委 组长 董事长 总经理 村支书 同志
"""
)

# Words that say who wrote, sent or photographed.
CREDITS = _words(
    """
供稿 撰稿 撰文 撰写 整理 摄影 摄 供图 图文 图片 文图 图/文 文/图 文字 文 图 记者 通讯员 作者 作者单位
执笔 供稿单位 供稿人 报送单位 来稿单位 报送 信息员 素材 采写
"""
)

# What is announced line by line: 时间：…, 出席：…
KEYS = _words(
    """
时间 地点 主持 主持人 主讲 主讲人 参加 参会 出席 列席 缺席 请假 记录 记录人 议题 主题 对象 人员 单位
联系人 电话 手机 传真 邮箱 地址 邮编 提案人 提案者 承办单位 案号 案由 获奖名单 评委 指导单位 主办单位
协办单位
"""
)


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of *words*, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"
