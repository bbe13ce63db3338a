/** What people write about. `answer` is what was once written back. */
export interface Topic {
  subject: string;
  text: string;
  answer: string;
  urgent: boolean;
}

export const topics: readonly [Topic, ...Topic[]] = [
  {
    subject: "Scanner does not charge overnight",
    text: "Two of our hand scanners were empty again this morning, although they stood in the dock all night. The lamp on the dock is green.",
    answer: "Please clean the contacts of the dock with a dry cloth and tell me tomorrow whether they held.",
    urgent: true,
  },
  {
    subject: "Invoice 2210 lists one device too many",
    text: "The invoice says twelve devices, we received eleven. Could you send a corrected one before the end of the month?",
    answer: "You are right, one of them went to your other site. A corrected invoice is on its way.",
    urgent: false,
  },
  {
    subject: "How do I add a second warehouse?",
    text: "We open a second site in May. Do I need a new account, or does it go under the one we have?",
    answer: "Under the one you have: Settings, Sites, Add a site. Stock stays apart, people can see both.",
    urgent: false,
  },
  {
    subject: "Labels print off centre",
    text: "Since the update the labels sit about three millimetres too far to the left, so the bar code is cut.",
    answer: "The update set the paper to A6. Choose 100 by 150 mm in the printer settings and they sit right again.",
    urgent: false,
  },
  {
    subject: "Cannot sign in after new phone",
    text: "I have a new phone and the code does not come any more. I need to book today's deliveries.",
    answer: "I have reset the second factor. Sign in once with your password and register the new phone.",
    urgent: true,
  },
  {
    subject: "Delivery note shows the old address",
    text: "We moved in March and changed the address, but delivery notes still show the old one.",
    answer: "The note takes the address of the site. I have corrected it there.",
    urgent: false,
  },
  {
    subject: "Stock count stops at shelf 40",
    text: "The count stops with a white page at shelf 40, on every device. The shelves before it are saved.",
    answer: "There was an article without a unit on that shelf. It has one now, and the count goes on.",
    urgent: true,
  },
  {
    subject: "Export for our tax adviser",
    text: "Our tax adviser asks for all movements of last year in one file. Is there a way to get it without clicking every month?",
    answer: "Yes: Reports, Movements, choose the year, then Export. The file comes by mail within an hour.",
    urgent: false,
  },
  {
    subject: "Wrong colour delivered",
    text: "We ordered grey bins and got blue ones. They are still packed. How do we send them back?",
    answer: "A return label is attached. The grey ones leave our store tomorrow.",
    urgent: false,
  },
  {
    subject: "Alarm mails at three in the morning",
    text: "We get a mail for every fridge at three in the morning, although the temperature is fine. Can this be quieter?",
    answer: "The alarm takes the defrosting for a fault. I have set a pause of twenty minutes.",
    urgent: false,
  },
];

type Customer = readonly [name: string, company: string];

/** Eleven customers: a number that shares no factor with the number of topics, so the pairs vary. */
export const customers: readonly [Customer, ...Customer[]] = [
  ["Nadia Petrov", "Ferro Rail"],
  ["Luis Ortega", "Nordwind Logistics"],
  ["Hanne Dahl", "Dahl Bakeries"],
  ["Samir Haddad", "Cold Store North"],
  ["Aiko Mori", "Mori Instruments"],
  ["Greta Lang", "Lang and Sons"],
  ["Owen Price", "Valley Seeds"],
  ["Mina Farouk", "Delta Textiles"],
  ["Paul Janssen", "Janssen Flowers"],
  ["Rosa Conti", "Conti Caffe"],
  ["Ben Adeyemi", "Adeyemi Parts"],
];
