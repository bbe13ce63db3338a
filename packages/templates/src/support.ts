import type { Journey } from "@waymark/schema";
import answerASimpleQuestion from "../journeys/support/answer-a-simple-question.journey.json" with { type: "json" };
import answerAnAngryCustomer from "../journeys/support/answer-an-angry-customer.journey.json" with { type: "json" };
import askOnceForDetails from "../journeys/support/ask-once-for-details.journey.json" with { type: "json" };
import closeATicket from "../journeys/support/close-a-ticket.journey.json" with { type: "json" };
import correctAnInvoice from "../journeys/support/correct-an-invoice.journey.json" with { type: "json" };
import deleteACustomersData from "../journeys/support/delete-a-customers-data.journey.json" with { type: "json" };
import escalateATicket from "../journeys/support/escalate-a-ticket.journey.json" with { type: "json" };
import giveACustomerTheirData from "../journeys/support/give-a-customer-their-data.journey.json" with { type: "json" };
import giveARefund from "../journeys/support/give-a-refund.journey.json" with { type: "json" };
import handARequestToSales from "../journeys/support/hand-a-request-to-sales.journey.json" with { type: "json" };
import handOverAShift from "../journeys/support/hand-over-a-shift.journey.json" with { type: "json" };
import linkAKnownFault from "../journeys/support/link-a-known-fault.journey.json" with { type: "json" };
import mergeTwoTickets from "../journeys/support/merge-two-tickets.journey.json" with { type: "json" };
import planACallBack from "../journeys/support/plan-a-call-back.journey.json" with { type: "json" };
import reopenATicket from "../journeys/support/reopen-a-ticket.journey.json" with { type: "json" };
import replaceABrokenItem from "../journeys/support/replace-a-broken-item.journey.json" with { type: "json" };
import reportAFault from "../journeys/support/report-a-fault.journey.json" with { type: "json" };
import resetAPassword from "../journeys/support/reset-a-password.journey.json" with { type: "json" };
import saveAReply from "../journeys/support/save-a-reply.journey.json" with { type: "json" };
import setThePriority from "../journeys/support/set-the-priority.journey.json" with { type: "json" };
import splitATicket from "../journeys/support/split-a-ticket.journey.json" with { type: "json" };
import takeTheNextTicket from "../journeys/support/take-the-next-ticket.journey.json" with { type: "json" };
import tellManyOfAnOutage from "../journeys/support/tell-many-of-an-outage.journey.json" with { type: "json" };
import unlockAnAccount from "../journeys/support/unlock-an-account.journey.json" with { type: "json" };
import useASavedReply from "../journeys/support/use-a-saved-reply.journey.json" with { type: "json" };

/** Common requests of people who help customers, by title as a person would ask. The tests parse each of them. */
export const support: readonly Journey[] = [
  answerASimpleQuestion,
  mergeTwoTickets,
  splitATicket,
  takeTheNextTicket,
  setThePriority,
  askOnceForDetails,
  useASavedReply,
  saveAReply,
  handARequestToSales,
  escalateATicket,
  reopenATicket,
  closeATicket,
  giveARefund,
  replaceABrokenItem,
  answerAnAngryCustomer,
  tellManyOfAnOutage,
  resetAPassword,
  unlockAnAccount,
  deleteACustomersData,
  giveACustomerTheirData,
  correctAnInvoice,
  linkAKnownFault,
  reportAFault,
  handOverAShift,
  planACallBack,
] as readonly Journey[];
