import type { Journey } from "@waymark/schema";
import addACompanyOnce from "../journeys/sales/add-a-company-once.journey.json" with { type: "json" };
import addAContactFromMail from "../journeys/sales/add-a-contact-from-mail.journey.json" with { type: "json" };
import agreeADate from "../journeys/sales/agree-a-date.journey.json" with { type: "json" };
import changeASentQuote from "../journeys/sales/change-a-sent-quote.journey.json" with { type: "json" };
import closeADealLost from "../journeys/sales/close-a-deal-lost.journey.json" with { type: "json" };
import closeADealWon from "../journeys/sales/close-a-deal-won.journey.json" with { type: "json" };
import copyAnOldQuote from "../journeys/sales/copy-an-old-quote.journey.json" with { type: "json" };
import correctAnAddress from "../journeys/sales/correct-an-address.journey.json" with { type: "json" };
import findAQuoteByNumber from "../journeys/sales/find-a-quote-by-number.journey.json" with { type: "json" };
import followUpWhenSilent from "../journeys/sales/follow-up-when-silent.journey.json" with { type: "json" };
import giveADiscount from "../journeys/sales/give-a-discount.journey.json" with { type: "json" };
import handOverAnAccount from "../journeys/sales/hand-over-an-account.journey.json" with { type: "json" };
import importAList from "../journeys/sales/import-a-list.journey.json" with { type: "json" };
import keepAQuoteOpen from "../journeys/sales/keep-a-quote-open.journey.json" with { type: "json" };
import mergeTwoContacts from "../journeys/sales/merge-two-contacts.journey.json" with { type: "json" };
import moveACloseDate from "../journeys/sales/move-a-close-date.journey.json" with { type: "json" };
import noteACompetitor from "../journeys/sales/note-a-competitor.journey.json" with { type: "json" };
import prepareAVisit from "../journeys/sales/prepare-a-visit.journey.json" with { type: "json" };
import promiseADeliveryDate from "../journeys/sales/promise-a-delivery-date.journey.json" with { type: "json" };
import renewAContract from "../journeys/sales/renew-a-contract.journey.json" with { type: "json" };
import sendAQuoteToSign from "../journeys/sales/send-a-quote-to-sign.journey.json" with { type: "json" };
import sendASample from "../journeys/sales/send-a-sample.journey.json" with { type: "json" };
import splitADeal from "../journeys/sales/split-a-deal.journey.json" with { type: "json" };
import takeOverAnAccount from "../journeys/sales/take-over-an-account.journey.json" with { type: "json" };
import writeDownACall from "../journeys/sales/write-down-a-call.journey.json" with { type: "json" };

/** Common requests of people who sell, by title as a person would ask. The tests parse each of them. */
export const sales: readonly Journey[] = [
  sendAQuoteToSign,
  copyAnOldQuote,
  giveADiscount,
  findAQuoteByNumber,
  changeASentQuote,
  keepAQuoteOpen,
  writeDownACall,
  agreeADate,
  followUpWhenSilent,
  addAContactFromMail,
  mergeTwoContacts,
  correctAnAddress,
  addACompanyOnce,
  handOverAnAccount,
  takeOverAnAccount,
  prepareAVisit,
  closeADealWon,
  closeADealLost,
  moveACloseDate,
  splitADeal,
  renewAContract,
  sendASample,
  promiseADeliveryDate,
  importAList,
  noteACompetitor,
] as readonly Journey[];
