// Figures of other programs, kept as data; nothing here is needed to run. Made with Python 3.11:
// scipy 1.17.1 (`stats.t.ppf`, `stats.binom.cdf`, `stats.ecdf(...).sf.confidence_interval(0.9, method="log-log")`) and
// statsmodels 0.15.0 (`proportion_confint(method="wilson")`, `confint_proportions_2indep(method="newcomb")`,
// `SurvfuncRight.quantile_ci(method="cloglog")`, `OLS(...).fit(cov_type="cluster")`, `GLM(family=Binomial())`).

/** Degrees of freedom, probability, quantile of Student's t. */
export const studentT: readonly [number, number, number][] = [
  [1, 0.95, 6.313751514675037],
  [1, 0.99, 31.820515953773935],
  [2, 0.95, 2.9199855803537242],
  [3, 0.95, 2.3533634348018233],
  [4, 0.975, 2.7764451051977934],
  [9, 0.99, 2.821437925025809],
  [11, 0.95, 1.7958848187040433],
  [19, 0.95, 1.7291328115213682],
  [39, 0.975, 2.022690920036761],
  [59, 0.95, 1.6710930321038946],
  [199, 0.99, 2.3452322311210203],
  [999, 0.95, 1.646380345427535],
];

/** Count, draws, share, P(X <= count). */
export const binomial: readonly [number, number, number, number][] = [
  [6, 20, 0.25, 0.7857819476012082],
  [40, 60, 0.7, 0.3308408760837296],
  [0, 12, 0.3, 0.013841287201000013],
  [500, 1000, 0.52, 0.10858106325437784],
];

/** Hits, of, Wilson's 90% interval. */
export const wilson90: readonly [number, number, number, number][] = [
  [14, 20, 0.5161962804, 0.8361405846],
  [0, 12, 0, 0.1839811947],
  [30, 40, 0.6240270595, 0.8442962161],
  [54, 60, 0.8180800459, 0.9474025152],
];

/** Hits and of twice, the normal quantile, Newcombe's interval. The first is the example of his paper (1998, table II a). */
export const newcombe: readonly [number, number, number, number, number, number, number][] = [
  [56, 70, 48, 80, 1.959963984540054, 0.0524314724, 0.333872654],
  [14, 20, 6, 18, 1.6448536269514722, 0.0997359044, 0.5692441376],
  [9, 10, 3, 10, 1.6448536269514722, 0.2421124009, 0.7896235074],
];

/** Eight people's hits and attempts, and the variance of their share, clustered by person. */
export const clustered = {
  hits: [3, 0, 2, 1, 4, 2, 3, 1],
  of: [3, 2, 3, 3, 4, 3, 4, 2],
  share: 0.6666666666666666,
  variance: 0.01146384479717814,
} as const;

/** Weeks in remission on 6-mercaptopurine (Freireich and others, 1963); 0 is censored. */
export const remission = {
  weeks: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  ended: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
  /** Week, share remaining, its interval. */
  curve: [
    [6, 0.8571428571, 0.6711067806, 0.9421594057],
    [7, 0.8067226891, 0.612478544, 0.9101978328],
    [10, 0.7529411765, 0.5511233819, 0.8735812433],
    [13, 0.6901960784, 0.4787003097, 0.829761065],
    [16, 0.6274509804, 0.412612768, 0.7823912244],
    [22, 0.5378151261, 0.3112140806, 0.7192331872],
    [23, 0.4481792717, 0.2264620882, 0.6481135841],
  ],
  /** Share, when it had happened to so many, the interval. */
  until: [
    [0.5, 23, 13, null],
    [0.2, 10, 6, 16],
  ],
} as const;

/** Weeks in remission on placebo, nobody censored. */
export const placebo = {
  weeks: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
  until: [
    [0.5, 8, 4, 11],
    [0.8, 12, 11, 22],
  ],
} as const;

/** Values, rank from below and above of the 90% interval of their median, and what it really holds. */
export const medianRanks: readonly [number, number, number][] = [
  [5, 0, 0.9375],
  [8, 1, 0.9296875],
  [12, 2, 0.96142578125],
  [20, 5, 0.9586105346679688],
  [60, 23, 0.9075390189270762],
];

/** Answers, their mean, Student's interval. */
export const answers = {
  given: [3, 4, 4, 5, 6, 6, 7, 5],
  mean: 5,
  low: 4.122980523404315,
  high: 5.877019476595685,
} as const;

/** People alone of twelve in weeks 0 to 7; level in week 7 and slope of the line of log-odds, without the half people. */
export const course = { alone: [3, 4, 4, 6, 7, 8, 8, 10], of: 12, level: 1.34574177, slope: 0.35680973 } as const;

/**
 * Shown, of them reached, held out, of them reached; intervals of both shares and of the difference. numpy and scipy by another
 * way: `scipy.optimize.brentq` for the ends, `minimize_scalar(method="bounded")` for the share that fits best, `logsumexp`.
 */
export const anytime: readonly [number, number, number, number, ...(readonly [number, number])[]][] = [
  [80, 52, 78, 23, [0.438789868, 0.827063274], [0.130599859, 0.506930333], [0.058058919, 0.610259628]],
  [160, 104, 41, 12, [0.501052239, 0.781406099], [0.086477513, 0.586189675], [0.029231542, 0.615746828]],
  [20, 12, 20, 5, [0.250108536, 0.887887427], [0.039884091, 0.614059807], [-0.163368124, 0.749410179]],
  [1600, 640, 400, 120, [0.352104258, 0.449207778], [0.214963729, 0.395436559], [-0.006653502, 0.198927213]],
  [45, 40, 12, 6, [0.654234962, 0.987127429], [0.091880921, 0.908119079], [-0.094008872, 0.832721149]],
  [300, 15, 300, 9, [0.016007134, 0.111612234], [0.006261513, 0.082391007], [-0.043806507, 0.088075168]],
  [400, 60, 100, 30, [0.091472648, 0.224747158], [0.151439811, 0.48449479], [-0.345072918, 0.017222044]],
];

/** Held out, shown, stated share, `exp(scipy.special.betaln(h + 1, s + 1) - h log p - s log(1 - p))`. */
export const againstShare: readonly [number, number, number, number][] = [
  [41, 160, 0.2, 0.07174990952],
  [12, 45, 0.2, 0.1366368607],
  [30, 20, 0.1, 3.422074456e15],
  [9, 90, 0.1, 0.07583493496],
  [60, 60, 0.5, 0.1137024862],
];
