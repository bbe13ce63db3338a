/** Whether a word is among them. */
export type WordList = Pick<ReadonlySet<string>, "has">;

/**
 * Words as one line, easier to read than a list; taken apart when somebody first asks, which on most pages nobody does. The
 * calls below are marked as pure: whoever imports something else of the engine brings no list along.
 */
const words = (text: string): WordList => {
  let set: ReadonlySet<string> | undefined;
  return {
    has: (word) => {
      set ??= new Set(text.split(" "));
      return set.has(word);
    },
  };
};

/**
 * First names that are common where our six languages are spoken and are hardly ever another word, in lower case. Picked
 * by hand from public registers of given names; it only has to catch the usual slip, the person reads the hint.
 */
export const firstNames: WordList = /* @__PURE__ */ words(
  "aaron abdul abigail adam adrian agnes ahmad ahmed aisha alan alba alberto alejandra alejandro alessandro alex alexander alexandra alexis ali alice alicia alina allison amanda amelia amelie amina amir ana anastasia andre andrea andreas andrew andrés angela angelika anja anke anna anne annette annika anthony anton antonia antonio antoine ashley astrid ayesha barbara beatrice beatriz benedikt benjamin bernard bernd bettina birgit björn brandon brian brigitte bruno camila camille carl carla carlos carmen carolina caroline catherine cecilia charlotte chloe chloé christian christina christine christoph christophe christopher claire clara claudia claudio clemens corinna cristina daniel daniela danielle david deborah denis dennis diana diego dieter dietmar dirk dominik dominique donald dorothea eduardo edward elena eleni elias elisabeth elizabeth elke ella emil emilia emily emma enrique eric erik erika ernesto esther eugen eva evelyn fabian fabio fabrice fatima felix fernanda fernando florian francesca francesco francis francisco françois françoise franz frederic frédéric friedrich gabriel gabriela gabriele georg george georges gerhard gerard gérard gisela giulia giuseppe gloria gonzalo graham greta gregor guillaume guillermo gustavo hanna hannah hannes hans harald harry hassan heather heike heinz helena helga helmut henri henry holger hugo hussein ibrahim ida ignacio ilse ines inés inga ingo ingrid irene isaac isabel isabella isabelle jacob jacqueline jacques jakob james jana janet janine jasmin jason javier jean jeanne jeffrey jennifer jens jeremy jessica joachim joan joanna joanne johann johanna johannes john jonas jonathan jorge josé josef joseph joshua josué juan juana juanita judith julia julian juliane julie julien jürgen justin jörg kai karen karin karim karl karsten katharina katherine kathrin katja kelly kenneth kerstin kevin khadija khaled kimberly klara klaus konrad kristin kristina kurt lara lars laura laurent lea leila lena leo leon leonard leonie leticia lewis liam lina linda lisa lorena lorenzo louis louise luca lucas lucía lucia luis luisa lukas luke lydia léa madeleine magdalena maja malik manfred manuela marc marcel marcela marco marcos marcus margaret margarita margot maria maría mariana marianne marie marina mario marion markus marlene marta martha martin martina martín mary maryam mateo mathias mathieu mathilde matthew matthias maureen maurice maximilian megan mehmet melanie melissa mia michael michaela michel michelle miguel mohamed mohammad mohammed monica monika monique moritz muhammad mustafa mónica nadia nadine nadja natalia natalie nathalie nathan nicholas nicola nicolas nicole nikolaus nina noah noémie nora norbert olaf oliver olivia olivier omar oscar oskar otto pablo pamela paola pascal patricia patrick patrizia paul paula pauline pedro peter petra philipp philippe pierre priya rachel rafael raj ralf ramón raphael raquel rebecca regina reinhard renate rené ricardo richard robert roberto rodrigo roger roland rolf romain ronald rosalie rosemarie rudolf ruth ryan sabine sabrina said salma samantha samira samuel sandra sandrine santiago sara sarah sebastian sebastián serge sergei sergio severin sharon silke silvia simon simone sofia sofía sonja sophia sophie stefan stefanie stefano steffen stella stephanie stephen steven susan susana susanne sven sylvia sylvie sébastien tamara tanja tatjana teresa theo theodor theresa thierry thomas thorsten tiago tim timo timothy tobias todd torsten udo ulrich ulrike ursula uwe valentin valentina valeria valerie vanessa vera verena veronica veronika verónica victor victoria viktor vincent virginia vivian volker walter werner wilhelm william wolfgang xavier yannick yasmin youssef yusuf yves yvonne zoe zoé álvaro óscar",
);

/** Names in scripts without capitals; those that are everyday words too are left out. */
export const otherNames: readonly string[] =
  "محمد أحمد احمد محمود مصطفى إبراهيم ابراهيم يوسف حسين خالد فاطمة عائشة خديجة مريم زينب عبدالله عبدالرحمن عمر ليلى ياسمين 佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 斎藤".split(
    " ",
  );

/** Titles and relations that a name follows, in lower case, without their full stop. */
export const titles: WordList = /* @__PURE__ */ words(
  "mr mrs ms miss mx dr prof sir herr herrn frau kollege kollegen kollegin monsieur madame mademoiselle mme mlle señor señora señorita sr sra srta don doña licenciado licenciada",
);

/** Words that begin a sentence without being a name, and words that are written large anywhere. */
export const plainWords: WordList = /* @__PURE__ */ words(
  "i i'm i've i'd i'll i’m i’ve i’d i’ll monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english german french spanish japanese arabic europe european america american germany france spain japan christmas easter internet excel outlook word teams slack google microsoft salesforce sap chrome windows apple android crm erp pdf vat iban",
);

/** What people do in reports: a word at the start of a sentence before one of these is somebody. */
export const deeds: WordList = /* @__PURE__ */ words(
  "says said told asks asked wants wanted skips skipped does doesn't doesn’t did didn't didn’t has had refuses refused knows knew thinks thought showed shows helps helped always never also keeps kept blocks blocked insists forgets forgot sagt sagte fragt fragte will wollte überspringt hat hatte weiß meint meinte zeigte hilft half immer nie auch vergisst verlangt blockiert dit disait demande veut voulait saute sait pense montre aide aussi oublie refuse bloque dice dijo pide pidió quiere quería salta tiene sabe piensa mostró ayuda siempre nunca también olvida bloquea",
);

/** Words that may stand before a deed at the start of a sentence and are nobody in particular. */
export const starters: WordList = /* @__PURE__ */ words(
  "he she it they we you who nobody somebody everybody everyone someone anyone no one what this that these those which there everything nothing something management support sales service system app page screen form button customer client manager boss team er sie es wir ihr man wer niemand jemand jeder alle das dies der die was alles nichts etwas system seite formular knopf kunde kundin chef chefin team abteilung il elle on nous vous ils elles qui personne tout rien cela ça quelqu’un client cliente chef cheffe équipe système él ella ello ellos ellas nosotros usted ustedes quien nadie alguien todos todo nada eso esto cliente jefe jefa equipo sistema",
);
